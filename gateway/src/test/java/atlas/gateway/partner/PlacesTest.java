package atlas.gateway.partner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

class PlacesTest {

    private static final Places MARYLAND = places(Set.of("MD"), Set.of());
    private static final Places MONTGOMERY = places(Set.of(), Set.of("24031"));

    @Test
    void holdTheCountiesOfTheirStates() {
        assertTrue(MARYLAND.holdsCounty("24031"));
        assertFalse(MARYLAND.holdsCounty("51013"));
        assertTrue(MONTGOMERY.holdsCounty("24031"));
        assertFalse(MONTGOMERY.holdsState("MD"));
        assertTrue(Places.EVERYWHERE.holdsState("MD"));
        assertTrue(places(Set.of("DC"), Set.of()).holdsCounty("11001"));
    }

    @Test
    void haveInCommonWhatBothHold() {
        assertEquals(Optional.of(MARYLAND), MARYLAND.and(Places.EVERYWHERE));
        assertEquals(Optional.of(MARYLAND), Places.EVERYWHERE.and(MARYLAND));
        assertEquals(Optional.of(MONTGOMERY), MARYLAND.and(MONTGOMERY));
        assertEquals(Optional.of(MONTGOMERY), MONTGOMERY.and(MARYLAND));
        assertEquals(Optional.of(places(Set.of("MD"), Set.of("51013"))),
                places(Set.of("MD", "TX"), Set.of("51013")).and(places(Set.of("MD", "VA"), Set.of())));
    }

    @Test
    void allowNothingWhenTheyHaveNothingInCommonInsteadOfEverything() {
        Places texas = places(Set.of("TX"), Set.of());
        assertEquals(Optional.empty(), MARYLAND.and(texas));
        assertEquals(Grant.NOTHING, new Grant(Set.of("laws:write"), MARYLAND).and(new Grant(Set.of("laws:write"), texas)));
    }

    private static Places places(Set<String> states, Set<String> counties) {
        return new Places(states, counties);
    }
}
