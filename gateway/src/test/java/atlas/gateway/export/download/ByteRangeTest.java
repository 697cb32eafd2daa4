package atlas.gateway.export.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import atlas.gateway.door.Refusal;

class ByteRangeTest {

    private static final long LENGTH = 100;

    @ParameterizedTest(name = "{0}: from {1} to {2}")
    @CsvSource({ "bytes=0-0, 0, 0", "bytes=0-, 0, 99", "bytes=40-59, 40, 59", "bytes=99-, 99, 99", "bytes=90-1000, 90, 99",
            "bytes=-1, 99, 99", "bytes=-1000, 0, 99", "Bytes=1-2, 1, 2", "bytes= 1-2 , 1, 2",
            "bytes=0-999999999999999999, 0, 99" })
    void isReadAsTheStandardSays(String header, long first, long last) {
        assertEquals(Optional.of(new ByteRange(first, last)), ByteRange.of(header, LENGTH));
    }

    @ParameterizedTest
    @ValueSource(strings = { "bytes=", "bytes=-", "bytes=2-1", "bytes=a-b", "lines=1-2", "bytes=1-2,5-6", "bytes=+1-2",
            "bytes=0-9999999999999999999", "bytes 1-2", "" })
    void isNotHeededWhenItIsNoneOrSeveral(String header) {
        assertEquals(Optional.empty(), ByteRange.of(header, LENGTH));
    }

    @ParameterizedTest
    @ValueSource(strings = { "bytes=100-", "bytes=100-200", "bytes=-0" })
    void isRefusedWhereThereIsNothing(String header) {
        assertThrows(Refusal.class, () -> ByteRange.of(header, LENGTH));
    }
}
