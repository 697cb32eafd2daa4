package atlas.scoring.facts;

import java.time.Instant;
import java.util.UUID;

import atlas.events.RecordedLaw;
import atlas.events.RecordedPolicy;

/** One version of a record or of a law. */
public record Version<T>(UUID id, int number, Instant recordedAt, T content) {

    public static Version<RecordedPolicy> of(RecordedPolicy policy) {
        return new Version<>(policy.id(), policy.version(), policy.recordedAt(), policy);
    }

    public static Version<RecordedLaw> of(RecordedLaw law) {
        return new Version<>(law.id(), law.version(), law.recordedAt(), law);
    }
}
