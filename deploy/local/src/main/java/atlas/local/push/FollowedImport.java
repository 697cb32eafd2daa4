package atlas.local.push;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * An import as the API tells it.
 *
 * @param reviewed whether what is accepted waits for a reviewer; null where the API does not say
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record FollowedImport(UUID id, String name, String format, String status, boolean dryRun, Boolean reviewed, int rows,
        int accepted, int unchanged, int refused, int ended, int percent, Long rowsPerSecond, String startedAt,
        String finishedAt, String error) {

    private static final Set<String> MOVING = Set.of("QUEUED", "RUNNING");

    /** Whether nothing more happens by itself. */
    boolean isSettled() {
        return !MOVING.contains(status);
    }

    /** How long the server worked on it. */
    Optional<Duration> took() {
        try {
            return startedAt == null || finishedAt == null ? Optional.empty()
                    : Optional.of(Duration.between(Instant.parse(startedAt), Instant.parse(finishedAt)));
        } catch (DateTimeParseException e) {
            return Optional.empty(); // only to be shown
        }
    }

    int done() {
        return accepted + unchanged + refused;
    }

    boolean isReviewed() {
        return Boolean.TRUE.equals(reviewed);
    }
}
