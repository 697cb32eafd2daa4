package atlas.scoring.nation;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import atlas.events.RecordedLaw;
import atlas.events.RecordedPolicy;
import atlas.scoring.facts.History;
import atlas.scoring.facts.LawFact;
import atlas.scoring.facts.Version;

/**
 * A state and all that was ever recorded of its laws.
 *
 * @param policies records of the state that belong to none of its counties: they score nothing
 */
public record State(String code, History<RecordedLaw> laws, History<RecordedPolicy> policies) {

    static State unknown(String code) {
        return new State(code, History.empty(), History.empty());
    }

    State with(Version<RecordedPolicy> version) {
        return new State(code, laws, policies.with(version));
    }

    State under(History<RecordedLaw> newer) {
        return new State(code, newer, policies);
    }

    /** When anything was recorded of the state itself: of its laws, and of its records that belong to no county. */
    Stream<Instant> recordings() {
        return Stream.concat(laws.versions(), policies.versions()).flatMap(List::stream).map(Version::recordedAt);
    }

    /** The laws as they were known at an instant; null for now. Those taken back are left out. */
    public Stream<LawFact> lawsKnownAt(Instant instant) {
        return laws.knownAt(instant).filter(known -> !known.content().withdrawn())
                .map(known -> new LawFact(known.content(), known.firstRecordedAt()));
    }
}
