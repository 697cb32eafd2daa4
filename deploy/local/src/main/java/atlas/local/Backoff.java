package atlas.local;

import java.time.Duration;

/** How long to wait before a process is started again: longer each time, and short again after it has been well for a while. */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration WELL = Duration.ofMinutes(1);

    private Duration next = FIRST;

    /** The wait now, for a process that was well for so long before it ended. */
    Duration after(Duration health) {
        if (health.compareTo(WELL) >= 0) {
            next = FIRST;
        }
        Duration wait = next;
        next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
        return wait;
    }
}
