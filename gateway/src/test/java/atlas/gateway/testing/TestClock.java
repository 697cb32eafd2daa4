package atlas.gateway.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The clock of the system, which a test may move for a while. */
public final class TestClock extends Clock {

    private static volatile Duration moved = Duration.ZERO;

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
        return Instant.now().plus(moved);
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
