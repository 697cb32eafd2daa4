package atlas.gateway.webhook.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import jakarta.inject.Singleton;

import atlas.gateway.webhook.sending.DeliveryQueue.Backlog;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what is sent, for those who watch the gateway: never by partner or address, of which there may be many. */
@Singleton
class WebhookMeters {

    private final MeterRegistry meters;
    private final Clock clock;
    private volatile Backlog backlog = new Backlog(0, null);

    WebhookMeters(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        Gauge.builder("atlas.webhook.pending", () -> backlog.waiting())
                .description("deliveries that wait, also for another attempt; of the replica that sends").register(meters);
        Gauge.builder("atlas.webhook.oldest.due", this::oldestDue).baseUnit("seconds")
                .description("for how long the oldest delivery has been due; of the replica that sends").register(meters);
        for (Outcome outcome : Outcome.values()) {
            counter(outcome); // there from the start, at 0
        }
    }

    /** How an attempt ended. */
    enum Outcome {
        DELIVERED,
        RETRIED,
        GIVEN_UP,
        GONE
    }

    void count(Outcome outcome) {
        counter(outcome).increment();
    }

    private Counter counter(Outcome outcome) {
        return Counter.builder("atlas.webhook.deliveries").tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .description("attempts to deliver, by what came of them").register(meters);
    }

    void waits(Backlog now) {
        backlog = now;
    }

    private double oldestDue() {
        Instant oldest = backlog.oldest();
        return oldest == null ? 0 : Math.max(0, Duration.between(oldest, clock.instant()).toMillis() / 1000.0);
    }
}
