package atlas.scoring.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import atlas.service.place.StateCode;

class ForeignBornCensusTest {

    private static final String HEADER = "state,foreign_born,population_2010";

    @Test
    void shippedFileHasEveryState() {
        ForeignBornCensus census = new ForeignBornCensus();

        assertEquals(4_058_900, census.of("TX").population());
        assertEquals(0.161, census.of("TX").share());
        StateCode.all().forEach(state -> assertEquals("2006-10", census.of(state).vintage()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "WY,17300", "WY,17300,", "WY,17.3,563626", "WY,-1,563626", "WY,17300,0", "ZZ,17300,563626",
            "wy,17300,563626", "WY,563627,563626", "WY,17300,563626,1", "AL,160800,4779736", "" })
    void refusesToStartOnARowThatIsNotAState(String row) {
        List<String> lines = allBut("WY");
        lines.add(row);

        assertThrows(IllegalArgumentException.class, () -> ForeignBornCensus.read(lines));
    }

    @Test
    void refusesToStartWithoutAState() {
        List<String> complete = allBut("WY");
        complete.add("WY,17300,563626");

        assertEquals(51, ForeignBornCensus.read(complete).size());
        assertThrows(IllegalArgumentException.class, () -> ForeignBornCensus.read(allBut("WY")));
        assertThrows(IllegalArgumentException.class, () -> ForeignBornCensus.read(complete.subList(1, complete.size())));
        assertThrows(IllegalArgumentException.class, () -> ForeignBornCensus.read(List.of()));
    }

    private static List<String> allBut(String missing) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        StateCode.all().stream().filter(state -> !state.equals(missing)).map(state -> state + ",100,1000").forEach(lines::add);
        return lines;
    }
}
