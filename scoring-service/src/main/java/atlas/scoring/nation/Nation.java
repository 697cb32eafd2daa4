package atlas.scoring.nation;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import atlas.events.CountyRegistered.Alias;
import atlas.events.RecordedPolicy;
import atlas.scoring.facts.History;
import atlas.scoring.facts.History.Known;
import atlas.scoring.rubric.Scorer;

/**
 * All counties and states as one batch of events left them. Immutable but for what it computes when first asked: readers hold
 * on to one and see no half of a change.
 */
public final class Nation {

    private final Scorer scorer;
    private final County[] counties;
    private final Map<String, State> states;
    private volatile Map<String, List<County>> byState;
    private volatile Map<String, List<County>> byOtherCode;
    private volatile Instant lastRecording;

    /** @param counties in FIPS order; the caller leaves the array alone */
    Nation(Scorer scorer, County[] counties, Map<String, State> states) {
        this.scorer = scorer;
        this.counties = counties;
        this.states = Map.copyOf(states);
    }

    /** @param scorer of the default rubric */
    public static Nation empty(Scorer scorer) {
        return new Nation(scorer, new County[0], Map.of());
    }

    /** The default rubric's. */
    public Scorer scorer() {
        return scorer;
    }

    /** In FIPS order. */
    public List<County> counties() {
        return Arrays.asList(counties);
    }

    public Stream<County> countiesOf(String state) {
        return byState().getOrDefault(state, List.of()).stream();
    }

    private Map<String, List<County>> byState() {
        Map<String, List<County>> known = byState;
        if (known == null) {
            known = Arrays.stream(counties).collect(Collectors.groupingBy(County::state));
            byState = known;
        }
        return known;
    }

    /** The counties of a state, or all when it is null. */
    public Stream<County> countiesIn(String stateOrNull) {
        return stateOrNull == null ? Arrays.stream(counties) : countiesOf(stateOrNull);
    }

    /**
     * The records of a state, be they of its counties or of the state alone, or all records when it is null. Those taken
     * back are left out.
     *
     * @param knownAt null for what is known now
     */
    public Stream<RecordedPolicy> recordsIn(String stateOrNull, Instant knownAt) {
        Stream<History<RecordedPolicy>> ofCounties = countiesIn(stateOrNull).map(County::policies);
        return Stream.concat(ofCounties, statesIn(stateOrNull).map(State::policies))
                .flatMap(history -> history.knownAt(knownAt)).map(Known::content).filter(record -> !record.withdrawn());
    }

    /** A state, or all of which anything was recorded when it is null. */
    public Stream<State> statesIn(String stateOrNull) {
        return stateOrNull == null ? states.values().stream() : Stream.of(state(stateOrNull));
    }

    /** The newest recording of anything about a state, or about the nation when it is null; null if there is none. */
    public Instant changedAt(String stateOrNull) {
        if (stateOrNull == null) {
            Instant last = lastRecording;
            if (last == null) {
                last = newest(null);
                lastRecording = last;
            }
            return last;
        }
        return newest(stateOrNull);
    }

    private Instant newest(String stateOrNull) {
        return Stream.concat(countiesIn(stateOrNull).map(county -> county.changedAt(null)),
                statesIn(stateOrNull).flatMap(State::recordings)).max(Instant::compareTo).orElse(null);
    }

    public Optional<County> county(String fips) {
        int index = indexOf(fips);
        return index < 0 ? Optional.empty() : Optional.of(counties[index]);
    }

    /** The counties to which an older or newer code resolves; a code of the universe is nobody's alias. */
    public List<County> countiesOnceKnownAs(String code) {
        return byOtherCode().getOrDefault(code, List.of());
    }

    private Map<String, List<County>> byOtherCode() {
        Map<String, List<County>> known = byOtherCode;
        if (known == null) {
            known = Arrays.stream(counties)
                    .flatMap(county -> county.registration().aliases().stream().map(alias -> Map.entry(alias.code(), county)))
                    .distinct().collect(Collectors.groupingBy(Map.Entry::getKey,
                            Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
            byOtherCode = known;
        }
        return known;
    }

    /** How a county came to have another code. */
    public static Optional<Alias> alias(County county, String code) {
        return county.registration().aliases().stream().filter(alias -> alias.code().equals(code)).findFirst();
    }

    /** A state, with no laws if none are known. */
    public State state(String code) {
        return states.getOrDefault(code, State.unknown(code));
    }

    /** The states of which anything was recorded, by code. */
    public Map<String, State> states() {
        return states;
    }

    County[] copyOfCounties() {
        return counties.clone();
    }

    /** Where a county stands in the array, or {@code -(insertion point) - 1}. */
    int indexOf(String fips) {
        int low = 0;
        int high = counties.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = counties[middle].fips().compareTo(fips);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -(low + 1);
    }
}
