package atlas.scoring.frontier;

import java.util.Comparator;
import java.util.List;

import atlas.events.FrontierTopic;
import atlas.events.RecordedPolicy;
import atlas.scoring.facts.Fact;
import atlas.scoring.facts.LawFact;
import atlas.scoring.moment.Moment;
import atlas.scoring.nation.Nation;

/**
 * What is in force on a day that carries a frontier topic.
 *
 * @param laws by state, the latest to take effect first
 * @param records by state and county, those of a state alone before those of its counties, then by id
 */
record InForce(List<LawFact> laws, List<RecordedPolicy> records) {

    private static final Comparator<LawFact> BY_STATE = Comparator.<LawFact, String> comparing(law -> law.law().state())
            .thenComparing(Fact.PRECEDENCE);
    private static final Comparator<RecordedPolicy> BY_PLACE = Comparator.comparing(RecordedPolicy::state)
            .thenComparing(RecordedPolicy::county, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(record -> record.id().toString());

    static InForce of(FrontierQuery query, Nation nation, Moment moment) {
        return new InForce(
                nation.statesIn(query.stateOrNull()).flatMap(state -> state.lawsKnownAt(moment.knownAt()))
                        .filter(law -> !law.law().topics().isEmpty() && law.inForce(moment.asOf()))
                        .sorted(BY_STATE).toList(),
                nation.recordsIn(query.stateOrNull(), moment.knownAt())
                        .filter(record -> record.topic() != null && record.inForceOn(moment.asOf()))
                        .filter(record -> query.scope == null || record.scope() == query.scope)
                        .sorted(BY_PLACE).toList());
    }

    InForce on(FrontierTopic topic) {
        return new InForce(laws.stream().filter(law -> law.law().topics().contains(topic)).toList(),
                records.stream().filter(record -> record.topic() == topic).toList());
    }
}
