package atlas.scoring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The clock of the tests: it is noon when they begin, so that no day turns in the middle of one unless somebody lets time pass.
 */
@Singleton
public class TestClock extends Clock {

    private static final int NOON = 12;

    private volatile Duration ahead;

    TestClock(@ConfigProperty(name = "atlas.zone", defaultValue = "America/New_York") ZoneId zone) {
        ZonedDateTime now = ZonedDateTime.now(zone);
        ahead = Duration.between(now, now.toLocalDate().atTime(NOON, 0).atZone(zone));
    }

    public void letPass(Duration time) {
        ahead = ahead.plus(time);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
