package atlas.gateway.partner;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Where something may be written about: whole states, and counties beside them. With neither, everywhere.
 *
 * @param states postal codes
 * @param counties FIPS codes
 */
public record Places(Set<String> states, Set<String> counties) {

    static final Places EVERYWHERE = new Places(Set.of(), Set.of());

    public Places {
        states = Set.copyOf(states);
        counties = Set.copyOf(counties);
    }

    public boolean isEverywhere() {
        return states.isEmpty() && counties.isEmpty();
    }

    public boolean holdsState(String state) {
        return isEverywhere() || states.contains(state);
    }

    public boolean holdsCounty(String county) {
        return isEverywhere() || counties.contains(county) || states.contains(StateOfCounty.of(county));
    }

    /** What lies in both; empty when nothing does, which is not the same as everywhere. */
    Optional<Places> and(Places other) {
        if (isEverywhere()) {
            return Optional.of(other);
        }
        if (other.isEverywhere()) {
            return Optional.of(this);
        }
        Set<String> bothStates = new HashSet<>(states);
        bothStates.retainAll(other.states);
        Set<String> bothCounties = new HashSet<>();
        counties.stream().filter(other::holdsCounty).forEach(bothCounties::add);
        other.counties.stream().filter(this::holdsCounty).forEach(bothCounties::add);
        return bothStates.isEmpty() && bothCounties.isEmpty() ? Optional.empty()
                : Optional.of(new Places(bothStates, bothCounties));
    }
}
