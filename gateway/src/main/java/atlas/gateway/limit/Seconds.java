package atlas.gateway.limit;

import java.util.concurrent.TimeUnit;

/** Reads nanoseconds as the headers tell time. */
final class Seconds {

    private Seconds() {
    }

    /** Whole seconds, at least one: who waits so long finds the way open. */
    static long roundedUp(long nanos) {
        return Math.max(1, (nanos + TimeUnit.SECONDS.toNanos(1) - 1) / TimeUnit.SECONDS.toNanos(1));
    }
}
