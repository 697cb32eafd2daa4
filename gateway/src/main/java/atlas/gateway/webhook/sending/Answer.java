package atlas.gateway.webhook.sending;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

import atlas.gateway.webhook.delivery.DeliveryFailure;

/**
 * What a receiver answered, as far as it matters here.
 *
 * @param retryAfter the header; null without one
 */
record Answer(int status, String retryAfter) {

    private static final int MOVED = 300;
    private static final int REFUSED = 400;
    private static final int GONE = 410;
    private static final int TOO_MANY = 429;
    private static final int AWAY = 503;
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    /** Null when it was taken. */
    DeliveryFailure failure() {
        if (status >= 200 && status < MOVED) {
            return null;
        }
        if (status >= MOVED && status < REFUSED) {
            return DeliveryFailure.REDIRECT;
        }
        return status == GONE ? DeliveryFailure.GONE : DeliveryFailure.STATUS;
    }

    /** How long the receiver wants to be left alone; null when it does not say, or nothing that can be understood. */
    Duration wish(Instant now) {
        if (retryAfter == null || status != TOO_MANY && status != AWAY) {
            return null;
        }
        String text = retryAfter.strip();
        if (SECONDS.matcher(text).matches()) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            return Duration.between(now, ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
