package atlas.gateway.webhook.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

/** Begins what is due and has a place. */
@ApplicationScoped
class Round {

    private static final Duration COUNTED_EVERY = Duration.ofSeconds(10);

    private final DeliveryQueue queue;
    private final Sendings sendings;
    private final Sender sender;
    private final WebhookMeters meters;
    private final Clock clock;
    private Instant counted = Instant.EPOCH;

    Round(DeliveryQueue queue, Sendings sendings, Sender sender, WebhookMeters meters, Clock clock) {
        this.queue = queue;
        this.sendings = sendings;
        this.sender = sender;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Does so.
     *
     * @param atEnd is run whenever an attempt is over, and its place is free
     */
    void begin(Runnable atEnd) {
        Instant now = clock.instant();
        DeliveryQueue.Order order = sendings.order();
        if (order.most() > 0) {
            for (Due due : queue.due(now, order)) {
                if (sendings.begin(due)) {
                    sender.send(due).onComplete(over -> {
                        sendings.end(due);
                        atEnd.run();
                    });
                }
            }
        }
        if (Duration.between(counted, now).abs().compareTo(COUNTED_EVERY) > 0) {
            counted = now;
            meters.waits(queue.backlog());
        }
    }

    /** Nothing waits here: another replica sends. */
    void rest() {
        meters.waits(new DeliveryQueue.Backlog(0, null));
        counted = Instant.EPOCH;
    }

    boolean isOver() {
        return sendings.areOver();
    }
}
