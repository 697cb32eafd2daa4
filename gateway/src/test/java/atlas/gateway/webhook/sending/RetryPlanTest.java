package atlas.gateway.webhook.sending;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import atlas.gateway.webhook.WebhookConfig;
import atlas.gateway.webhook.delivery.DeliveryFailure;
import io.quarkus.runtime.configuration.DurationConverter;

class RetryPlanTest {

    private static final RetryPlan PLAN = new RetryPlan(
            Stream.of(WebhookConfig.RETRIES.split(",")).map(DurationConverter::parseDuration).toList());

    @Test
    void waitsLongerAndLongerForThreeDaysAndThenGivesUp() {
        List<Duration> waits = new ArrayList<>();
        for (int attempt = 1; PLAN.after(attempt, null).isPresent(); attempt++) {
            waits.add(PLAN.after(attempt, null).get());
        }
        assertEquals(List.of(ofSeconds(5), ofMinutes(5), ofMinutes(30), ofHours(2), ofHours(5), ofHours(10), ofHours(14),
                ofHours(20), ofHours(24)), waits);
        assertEquals(Optional.empty(), PLAN.after(11, ofSeconds(1)));
    }

    @Test
    void comesNoSoonerThanTheReceiverWishesAndADayLaterAtTheMost() {
        assertEquals(Optional.of(ofSeconds(60)), PLAN.after(1, ofSeconds(60)));
        assertEquals(Optional.of(ofSeconds(5)), PLAN.after(1, ofSeconds(1)));
        assertEquals(Optional.of(ofSeconds(5)), PLAN.after(1, ofSeconds(-60)));
        assertEquals(Optional.of(ofHours(24)), PLAN.after(1, ofHours(1_000)));
    }

    @Test
    void spreadsByATenth() {
        assertEquals(ofSeconds(100), RetryPlan.spread(ofSeconds(100), 0));
        assertEquals(ofSeconds(105), RetryPlan.spread(ofSeconds(100), 0.5));
    }

    @ParameterizedTest
    @CsvSource({ "429,30,30", "503,30,30", "503,'Thu, 01 Jan 2026 00:01:00 GMT',60", "500,30,", "200,30,", "429,soon,",
            "429,-5,", "503,99999999999,", "429,," })
    void readsWhatTheReceiverWishes(int status, String header, Long seconds) {
        Duration wish = new Answer(status, header).wish(Instant.parse("2026-01-01T00:00:00Z"));
        assertEquals(seconds == null ? null : ofSeconds(seconds), wish);
    }

    @Test
    void takesTwoHundredsAloneForSuccess() {
        for (int status : new int[] { 200, 202, 204, 299 }) {
            assertNull(new Answer(status, null).failure(), "status " + status);
        }
        assertEquals(DeliveryFailure.REDIRECT, new Answer(307, null).failure());
        assertEquals(DeliveryFailure.GONE, new Answer(410, null).failure());
        assertEquals(DeliveryFailure.STATUS, new Answer(400, null).failure());
        assertEquals(DeliveryFailure.STATUS, new Answer(500, null).failure());
        assertEquals(DeliveryFailure.STATUS, new Answer(101, null).failure());
    }
}
