package atlas.gateway.door;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import jakarta.inject.Singleton;

import io.vertx.core.http.HttpHeaders;

/** What time it is, as answers say it (RFC 9110, 6.6.1): caches count from there. Written once a second. */
@Singleton
public class HttpDate {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private final Clock clock;
    private volatile Written last = new Written(Long.MIN_VALUE, null);

    HttpDate(Clock clock) {
        this.clock = clock;
    }

    /** An instant as headers say it (RFC 9110, 5.6.7), to the second; Java's own form has a day of one digit. */
    public static String of(Instant instant) {
        return FORM.format(instant);
    }

    CharSequence now() {
        long second = clock.millis() / 1000;
        Written written = last;
        if (written.second() != second) {
            written = new Written(second, HttpHeaders.createOptimized(of(Instant.ofEpochSecond(second))));
            last = written;
        }
        return written.text();
    }

    private record Written(long second, CharSequence text) {
    }
}
