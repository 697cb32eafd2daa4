package atlas.scoring.simulation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import atlas.events.RecordedLaw;
import atlas.events.RecordedLaw.CourtEvent;
import atlas.events.RecordedPolicy;

/** Laws and records as a correction would leave them. */
final class Altered {

    private Altered() {
    }

    /** No longer in effect from a day on, unless it ended before. */
    static RecordedLaw ended(RecordedLaw law, LocalDate on) {
        return copy(law, earlier(law.effectiveTo(), on), law.courtHistory());
    }

    /** With an entry more, behind those of its day. */
    static RecordedLaw inCourt(RecordedLaw law, CourtEvent entry) {
        return copy(law, law.effectiveTo(), Stream.concat(law.courtHistory().stream(), Stream.of(entry))
                .sorted(Comparator.comparing(CourtEvent::date)).toList());
    }

    /** No longer in force from a day on, unless it ended before. */
    static RecordedPolicy ended(RecordedPolicy policy, LocalDate on) {
        return new RecordedPolicy(policy.id(), policy.version(), policy.county(), policy.state(), policy.scope(),
                policy.agency(), policy.factor(), policy.topic(), policy.stance(), policy.strength(), policy.exceptions(),
                policy.instrument(), policy.title(), policy.summary(), policy.effectiveFrom(), policy.effectiveFromPrecision(),
                earlier(policy.effectiveTo(), on), policy.effectiveToPrecision(), policy.sources(), policy.recordedAt(),
                policy.recordedBy(), policy.supersededAt(), policy.reason(), policy.withdrawn(), policy.approvedBy());
    }

    private static RecordedLaw copy(RecordedLaw law, LocalDate effectiveTo, List<CourtEvent> courtHistory) {
        return new RecordedLaw(law.id(), law.version(), law.state(), law.title(), law.citation(), law.instrument(),
                law.direction(), law.binds(), law.enacted(), law.enactedPrecision(), law.effectiveFrom(),
                law.effectiveFromPrecision(), effectiveTo, law.effectiveToPrecision(), law.effects(), courtHistory,
                law.topics(), law.summary(), law.sources(), law.recordedAt(), law.recordedBy(), law.supersededAt(),
                law.reason(), law.withdrawn(), law.approvedBy());
    }

    private static LocalDate earlier(LocalDate endOrNull, LocalDate on) {
        return endOrNull == null || on.isBefore(endOrNull) ? on : endOrNull;
    }
}
