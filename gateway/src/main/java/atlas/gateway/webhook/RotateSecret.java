package atlas.gateway.webhook;

import java.time.Duration;
import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.service.problem.Violations;

/** How a secret is to be replaced. */
@Schema(description = "How a secret is replaced; nothing of it must be said.")
public record RotateSecret(
        @Schema(nullable = true, minimum = "0", maximum = "43200", defaultValue = "1440", description = "for how many minutes the old secret signs too; 0: no longer at all", examples = "60") Integer overlap) {

    private static final int A_DAY = 1_440;
    private static final int THIRTY_DAYS = 43_200;

    public RotateSecret {
        overlap = overlap == null ? A_DAY : overlap;
    }

    void check() {
        new Violations().require(overlap >= 0 && overlap <= THIRTY_DAYS, "/overlap",
                "must be from 0 to " + THIRTY_DAYS + " minutes, which are thirty days").check();
    }

    boolean endsTheOldAtOnce() {
        return overlap == 0;
    }

    Instant endOfTheOld(Instant now) {
        return now.plus(Duration.ofMinutes(overlap));
    }
}
