package atlas.gateway.key;

import java.time.Duration;
import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.service.problem.Violations;

/** How a key is to be replaced by a second one that allows the same. */
@Schema(description = "How a key is replaced; nothing of it must be said.")
public record RotateKey(
        @Schema(nullable = true, minimum = "0", maximum = "43200", defaultValue = "1440", description = "for how many minutes the old key is still taken", examples = "60") Integer overlap,
        @Schema(nullable = true, description = "end of the new key; absent: it lives as long as the old one was meant to, for good when that had no end", examples = "2030-01-01T00:00:00Z") Instant expiresAt) {

    private static final int A_DAY = 1_440;
    private static final int THIRTY_DAYS = 43_200;

    public RotateKey {
        overlap = overlap == null ? A_DAY : overlap;
        expiresAt = Expiry.kept(expiresAt);
    }

    void check(Instant now) {
        Violations violations = new Violations().require(overlap >= 0 && overlap <= THIRTY_DAYS, "/overlap",
                "must be from 0 to " + THIRTY_DAYS + " minutes, which are thirty days");
        Expiry.check(expiresAt, now, violations);
        violations.check();
    }

    Instant endOfTheOld(Instant now) {
        return now.plus(Duration.ofMinutes(overlap));
    }

    Instant endOfTheNew(ApiKey old, Instant now) {
        return expiresAt != null || old.life() == null ? expiresAt : now.plus(old.life());
    }
}
