package atlas.scoring.nation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import atlas.events.CountyRegistered;
import atlas.events.RecordedLaw;
import atlas.events.RecordedPolicy;
import atlas.scoring.facts.History;
import atlas.scoring.facts.Version;

/**
 * The next nation while a batch of events is applied to the present one. Events may come in any order and more than
 * once. Only the counties that an event touches are made anew; each event's revisions show them before and after that
 * event alone.
 */
public final class NationDraft {

    private final Nation present;
    private final Map<String, County> touched = new TreeMap<>();
    private final Map<String, State> states = new HashMap<>();

    public NationDraft(Nation present) {
        this.present = present;
    }

    public Optional<County> county(String fips) {
        County draft = touched.get(fips);
        return draft == null ? present.county(fips) : Optional.of(draft);
    }

    public State state(String code) {
        return states.getOrDefault(code, present.state(code));
    }

    /** Enters a county, or its newer registry entry. A county that enters is revised from one that no law concerns. */
    public List<Revision> register(CountyRegistered entry) {
        Optional<County> known = county(entry.fips());
        if (known.isPresent()) {
            return entry.recordedAt().isAfter(known.get().registration().recordedAt())
                    ? revise(known.get(), known.get().registeredAs(entry))
                    : List.of();
        }
        County blank = new County(present.scorer(), County.withoutShape(entry), History.empty(), History.empty());
        return revise(blank, blank.under(state(entry.state()).laws()));
    }

    /** Adds a version of a record; its county, if it has one, must be known. */
    public List<Revision> add(RecordedPolicy policy) {
        if (policy.county() == null) {
            states.put(policy.state(), state(policy.state()).with(Version.of(policy)));
            return List.of();
        }
        County county = county(policy.county()).orElseThrow();
        return revise(county, county.with(Version.of(policy)));
    }

    /** Adds a version of a law: every county of the state is under the laws as they then are. */
    public List<Revision> add(RecordedLaw law) {
        State state = state(law.state());
        History<RecordedLaw> laws = state.laws().with(Version.of(law));
        if (laws == state.laws()) {
            return List.of();
        }
        states.put(law.state(), state.under(laws));
        List<Revision> revisions = new ArrayList<>();
        countiesOf(law.state()).toList().forEach(county -> revisions.addAll(revise(county, county.under(laws))));
        return revisions;
    }

    /** The nation with all that was applied. */
    public Nation finish() {
        if (touched.isEmpty() && states.isEmpty()) {
            return present;
        }
        Map<String, State> allStates = new HashMap<>(present.states());
        allStates.putAll(states);
        List<County> entered = new ArrayList<>();
        County[] counties = present.copyOfCounties();
        touched.forEach((fips, county) -> {
            int index = present.indexOf(fips);
            if (index < 0) {
                entered.add(county);
            } else {
                counties[index] = county;
            }
        });
        return new Nation(present.scorer(), entered.isEmpty() ? counties : merged(counties, entered), allStates);
    }

    private static County[] merged(County[] counties, List<County> entered) {
        return Stream.concat(Arrays.stream(counties), entered.stream())
                .sorted((a, b) -> a.fips().compareTo(b.fips()))
                .toArray(County[]::new);
    }

    private Stream<County> countiesOf(String state) {
        return Stream.concat(
                present.countiesOf(state).map(county -> touched.getOrDefault(county.fips(), county)),
                touched.values().stream().filter(county -> county.state().equals(state) && present.indexOf(county.fips()) < 0));
    }

    private List<Revision> revise(County before, County after) {
        if (before == after) {
            return List.of();
        }
        touched.put(after.fips(), after);
        return List.of(new Revision(before, after));
    }
}
