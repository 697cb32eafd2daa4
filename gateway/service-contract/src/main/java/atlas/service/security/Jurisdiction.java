package atlas.service.security;

import java.util.Set;

/**
 * Where a key may write: the states by postal code, and counties by FIPS code beside those of the states. Without any,
 * everywhere.
 */
public record Jurisdiction(Set<String> states, Set<String> counties) {

    public Jurisdiction {
        states = Set.copyOf(states);
        counties = Set.copyOf(counties);
    }

    public boolean isEverywhere() {
        return states.isEmpty() && counties.isEmpty();
    }

    /** @param county null for what belongs to a state alone */
    public boolean holds(String state, String county) {
        return isEverywhere() || states.contains(state) || county != null && counties.contains(county);
    }
}
