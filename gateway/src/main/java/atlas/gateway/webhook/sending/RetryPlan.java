package atlas.gateway.webhook.sending;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long it is waited behind each failed attempt.
 *
 * @param waits behind the first attempt, the second, and so on; behind one more it is given up
 */
record RetryPlan(List<Duration> waits) {

    /** Longer than this no receiver's wish is heeded. */
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final double SPREAD = 0.1;

    RetryPlan {
        waits = List.copyOf(waits);
    }

    /**
     * The wait behind an attempt, the first being 1; empty when there is no other.
     *
     * @param wish how long the receiver asked to be left alone, null when it did not: it is never tried sooner
     */
    Optional<Duration> after(int attempt, Duration wish) {
        if (attempt > waits.size()) {
            return Optional.empty();
        }
        Duration wait = waits.get(attempt - 1);
        Duration heeded = wish == null || wish.compareTo(LONGEST) < 0 ? wish : LONGEST;
        return Optional.of(heeded == null || heeded.compareTo(wait) < 0 ? wait : heeded);
    }

    /** Up to a tenth longer, so that what failed together does not come back together. */
    static Duration spread(Duration wait, double chance) {
        return wait.plus(Duration.ofMillis((long) (wait.toMillis() * SPREAD * chance)));
    }
}
