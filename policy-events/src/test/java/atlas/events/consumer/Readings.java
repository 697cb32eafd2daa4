package atlas.events.consumer;

import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.events.testing.Broker;
import atlas.events.testing.Tables;
import io.quarkus.arc.Unremovable;

/** Makes consumers for tests, and ends them. */
@ApplicationScoped
@Unremovable
class Readings {

    private final Tables tables;
    private final Broker broker;
    private final EventConsumers consumers;
    private final Queue<Reading> open = new ConcurrentLinkedQueue<>();

    Readings(Tables tables, Broker broker, EventConsumers consumers) {
        this.tables = tables;
        this.broker = broker;
        this.consumers = consumers;
    }

    /** A consumer, not started yet, of what will come on the topics. */
    Reading fromNowOn(String... topics) {
        return fromTheFirst(topics).passingOverTheRest(broker);
    }

    /** A consumer, not started yet, of all that is or will come on the topics. */
    Reading fromTheFirst(String... topics) {
        Reading reading = new Reading("test-" + UUID.randomUUID(), List.of(topics), tables, consumers);
        open.add(reading);
        return reading;
    }

    void closeAll() {
        for (Reading reading = open.poll(); reading != null; reading = open.poll()) {
            reading.close();
        }
    }
}
