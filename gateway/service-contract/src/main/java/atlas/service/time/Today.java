package atlas.service.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What day it is, in the zone that days turn in, and what instant. */
@ApplicationScoped
public class Today {

    private final Clock clock;
    private final ZoneId zone;

    Today(Clock clock, @ConfigProperty(name = "atlas.zone", defaultValue = "America/New_York") ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** Now, to the microsecond: what PostgreSQL keeps of an instant. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    public ZoneId zone() {
        return zone;
    }
}
