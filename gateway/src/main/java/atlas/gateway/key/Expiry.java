package atlas.gateway.key;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import atlas.service.problem.Violations;
import atlas.service.time.Calendar;

/** When a key may end. */
final class Expiry {

    private Expiry() {
    }

    /** To the microsecond: what PostgreSQL keeps of an instant. */
    static Instant kept(Instant said) {
        return said == null ? null : said.truncatedTo(ChronoUnit.MICROS);
    }

    static void check(Instant expiresAt, Instant now, Violations violations) {
        violations.require(
                expiresAt == null
                        || expiresAt.isAfter(now) && expiresAt.isBefore(Calendar.LAST.atStartOfDay(ZoneOffset.UTC).toInstant()),
                "/expiresAt", "must be later than now and before 2099-12-31");
    }
}
