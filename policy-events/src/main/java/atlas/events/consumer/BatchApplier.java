package atlas.events.consumer;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

import atlas.events.Event;
import atlas.events.consumer.ParkedMessages.Parked;
import atlas.events.trace.EventSpans;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Applies batches: the handler's effect, what is parked and the new positions commit together, or nothing does. */
@ApplicationScoped
class BatchApplier {

    private static final Logger LOG = Logger.getLogger(BatchApplier.class);

    private final DataSource database;
    private final ConsumerPositions positions;
    private final ParkedMessages parkedMessages;
    private final EventSpans spans;
    private final MeterRegistry meters;

    BatchApplier(DataSource database, ConsumerPositions positions, ParkedMessages parkedMessages, EventSpans spans,
            MeterRegistry meters) {
        this.database = database;
        this.positions = positions;
        this.parkedMessages = parkedMessages;
        this.spans = spans;
        this.meters = meters;
    }

    /**
     * Reads what is to be applied.
     *
     * @param topicIds the ids of the topics that the messages were read from, by name
     */
    EventBatch read(String consumer, Iterable<ConsumerRecord<byte[], byte[]>> messages, Map<String, String> topicIds) {
        return EventBatch.of(messages, topicIds, message -> spans.applying(consumer, message));
    }

    /**
     * Applies a batch. An event that cannot be applied is parked; when it is not clear which one it is, each is applied for
     * itself.
     *
     * @throws MissingDependencyException when an earlier topic has to be read first; a first part may be applied
     * @throws TryAgainException when the database is out of reach or overtaxed; a first part may be applied
     */
    void apply(String consumer, EventHandler handler, EventBatch batch) {
        List<Parked> parked = null;
        while (parked == null) {
            try {
                parked = applyOnce(consumer, handler, batch);
            } catch (MissingDependencyException e) {
                throw e;
            } catch (RejectedEventException e) {
                batch.park(e.event(), e.getMessage());
            } catch (RuntimeException e) {
                if (!Blame.isOnAnEvent(e)) {
                    throw new TryAgainException(batch, e);
                }
                if (batch.events().size() > 1) {
                    batch.oneByOne().forEach(one -> apply(consumer, handler, one));
                    return;
                }
                parkOnly(batch, e);
            }
        }
        show(consumer, handler, batch, parked);
    }

    private List<Parked> applyOnce(String consumer, EventHandler handler, EventBatch batch) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                handler.applyReceived(batch.received());
                return keep(consumer, batch);
            });
        } catch (RuntimeException e) {
            handler.rolledBack();
            throw e;
        }
    }

    private List<Parked> keep(String consumer, EventBatch batch) {
        try (Connection connection = database.getConnection()) {
            List<Parked> parked = parkedMessages.park(connection, consumer, batch);
            positions.move(connection, consumer, batch);
            return parked;
        } catch (SQLException e) {
            throw new IllegalStateException("the positions cannot be kept", e);
        }
    }

    private static void parkOnly(EventBatch batch, RuntimeException reason) {
        List<Event> events = batch.events();
        if (events.isEmpty()) {
            throw reason;
        }
        LOG.error("an event cannot be applied", reason);
        batch.park(events.get(0), reason.toString());
    }

    private void show(String consumer, EventHandler handler, EventBatch batch, List<Parked> parked) {
        try {
            handler.committed();
        } catch (RuntimeException e) {
            handler.rolledBack();
            throw new TryAgainException(batch, e);
        }
        batch.end();
        batch.events().forEach(event -> meters
                .counter("atlas.events.applied", "consumer", consumer, "topic", event.type().topic()).increment());
        parkedMessages.announce(parked);
    }

    /** The batch is to be applied again: it failed for a passing reason, or nobody knows whether it is committed and shown. */
    static final class TryAgainException extends RuntimeException {

        private final transient EventBatch batch;

        TryAgainException(EventBatch batch, Throwable cause) {
            super(cause);
            this.batch = batch;
        }

        EventBatch batch() {
            return batch;
        }
    }
}
