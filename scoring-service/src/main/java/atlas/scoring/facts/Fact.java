package atlas.scoring.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/** Something on record that holds from a day to a day: a policy of a county, or a state law. */
public sealed interface Fact permits PolicyFact, LawFact {

    /**
     * Whichever decides comes first: the latest to take effect (open is earliest), then the one first recorded later,
     * then the larger id. Ids compare as they are written, which is also how the database orders them.
     */
    Comparator<Fact> PRECEDENCE = Comparator
            .comparing(Fact::effectiveFrom, Comparator.nullsFirst(Comparator.<LocalDate> naturalOrder()))
            .thenComparing(Fact::firstRecordedAt)
            .thenComparing(fact -> fact.id().toString())
            .reversed();

    UUID id();

    String title();

    /** First day in force; null when open. */
    LocalDate effectiveFrom();

    /** First day no longer in force; null when open. */
    LocalDate effectiveTo();

    /** When the first version of it was recorded: a correction does not make it younger. */
    Instant firstRecordedAt();

    /** Whether the day lies between the two dates. */
    default boolean inEffectOn(LocalDate day) {
        return (effectiveFrom() == null || !day.isBefore(effectiveFrom()))
                && (effectiveTo() == null || day.isBefore(effectiveTo()));
    }
}
