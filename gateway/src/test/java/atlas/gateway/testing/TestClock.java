package atlas.gateway.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The clock of the system, which a test may move or stop for a while. */
public final class TestClock extends Clock {

    private static volatile Duration moved = Duration.ZERO;
    private static volatile Instant stopped;

    private TestClock() {
    }

    /** Does something at a later time; the keys that are remembered stay remembered. */
    public static void later(Duration by, Runnable act) {
        moved = by;
        try {
            act.run();
        } finally {
            moved = Duration.ZERO;
        }
    }

    /** From now on, and until {@link #go()}, no time passes: nothing that was used up grows again behind a slow test's back. */
    public static void stop() {
        stopped = Instant.now();
    }

    public static void go() {
        stopped = null;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        Instant now = stopped;
        return (now == null ? Instant.now() : now).plus(moved);
    }

    /** Takes the place of the system's clock in the running gateway. */
    static final class Source {

        @Produces
        @Singleton
        Clock clock() {
            return new TestClock();
        }
    }
}
