package atlas.scoring.ending;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import atlas.events.DatePrecision;
import atlas.events.Factor;
import atlas.events.RecordedPolicy;
import atlas.events.Scope;
import atlas.events.Stance;

/**
 * A contract with ICE that ended, was refused or was prevented on a day.
 *
 * @param records what says so, by id: contracts that ended that day, and records of the place's being without one
 */
public record Ending(Occasion occasion, List<RecordedPolicy> records) {

    private static final String TERMINATION = "CONTRACT_TERMINATION";

    public Ending {
        records = records.stream().sorted(Comparator.comparing(record -> record.id().toString())).toList();
    }

    /** Whose contract, of which kind, and when: records that agree on it speak of one ending. */
    public record Occasion(Factor factor, LocalDate date, String state, String county, Scope scope, String agency) {

        /** What a record tells of an ending; no date if it tells of none. */
        static Occasion of(RecordedPolicy record) {
            return new Occasion(record.factor(), dateOf(record), record.state(), record.county(), record.scope(),
                    record.agency());
        }

        boolean isBetween(LocalDate first, LocalDate last) {
            return date != null && !date.isBefore(first) && !date.isAfter(last);
        }

        private static LocalDate dateOf(RecordedPolicy record) {
            return switch (record.stance()) {
                case PROTECTIVE -> record.effectiveFrom();
                case ENTANGLED -> record.effectiveTo();
                case NO_POLICY -> null;
            };
        }
    }

    EndingKind kind() {
        return records.stream().anyMatch(Ending::namesAContract) ? EndingKind.CONTRACT_ENDED
                : EndingKind.ENDED_REFUSED_OR_PREVENTED;
    }

    private static boolean namesAContract(RecordedPolicy record) {
        return record.stance() == Stance.ENTANGLED || record.instrument().equals(TERMINATION);
    }

    /** How exactly the day is known: as exactly as the record that knows it best. */
    DatePrecision datePrecision() {
        return records.stream().flatMap(Ending::precision).min(Comparator.naturalOrder()).orElse(DatePrecision.DAY);
    }

    private static Stream<DatePrecision> precision(RecordedPolicy record) {
        DatePrecision precision = record.stance() == Stance.ENTANGLED ? record.effectiveToPrecision()
                : record.effectiveFromPrecision();
        return Stream.ofNullable(precision);
    }

    /** No record speaks of two endings, so that this one names it. */
    UUID id() {
        return records.get(0).id();
    }
}
