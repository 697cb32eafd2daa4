package atlas.scoring.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImmigrantsTest {

    @ParameterizedTest
    @CsvSource({ "15958900, 9487200, 1.68", "20187300, 9487200, 2.13", "1004, 1000, 1.0", "1005, 1000, 1.01", "0, 100, 0.0",
            "100, 0, ", "0, 0, " })
    void ratioIsRoundedOnceAndNeedsADivisor(long sanctuary, long antiSanctuary, Double ratio) {
        assertEquals(ratio, Immigrants.of(sanctuary, antiSanctuary, 500).ratio());
    }
}
