package atlas.events.consumer;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import atlas.events.consumer.ParkedMessages.Parked;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Applies batches: the handler's effect, what is parked and the new positions commit together, or nothing does. */
@ApplicationScoped
class BatchApplier {

    private static final Logger LOG = Logger.getLogger(BatchApplier.class);

    /** Connection lost, transaction rolled back by a conflict, out of resources, shutting down, lock or time-out: try again. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "57", "58", "55");

    private final ConsumerPositions positions;
    private final ParkedMessages parkedMessages;

    BatchApplier(ConsumerPositions positions, ParkedMessages parkedMessages) {
        this.positions = positions;
        this.parkedMessages = parkedMessages;
    }

    /**
     * Applies a batch. An event that cannot be applied is parked; when it is not clear which one it is, each is applied for
     * itself.
     *
     * @throws MissingDependencyException when an earlier topic has to be read first; nothing was applied
     * @throws TryAgainException when the database is out of reach or overtaxed; of a batch, a first part may be applied
     */
    void apply(String consumer, EventHandler handler, EventBatch batch, Map<String, String> topicIds) {
        while (true) {
            try {
                applyOnce(consumer, handler, batch, topicIds);
                return;
            } catch (MissingDependencyException e) {
                throw e;
            } catch (RejectedEventException e) {
                batch.park(e.event(), e.getMessage());
            } catch (RuntimeException e) {
                if (passing(e)) {
                    throw new TryAgainException(e);
                }
                if (batch.events().size() <= 1) {
                    parkOnly(batch, e);
                } else {
                    batch.oneByOne().forEach(one -> apply(consumer, handler, one, topicIds));
                    return;
                }
            }
        }
    }

    private void applyOnce(String consumer, EventHandler handler, EventBatch batch, Map<String, String> topicIds) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                handler.apply(List.copyOf(batch.events()));
                keep(consumer, batch, topicIds);
            });
        } catch (RuntimeException e) {
            handler.rolledBack();
            throw e;
        }
        handler.committed();
        parkedMessages.announce(batch.parked());
    }

    private void keep(String consumer, EventBatch batch, Map<String, String> topicIds) {
        try {
            List<Parked> parked = batch.parked();
            if (!parked.isEmpty()) {
                parkedMessages.park(consumer, parked, topicIds);
            }
            positions.move(consumer, batch.next(), topicIds);
        } catch (SQLException e) {
            throw new IllegalStateException("the positions cannot be kept", e);
        }
    }

    private static void parkOnly(EventBatch batch, RuntimeException reason) {
        if (batch.events().isEmpty()) {
            throw reason;
        }
        LOG.error("an event cannot be applied", reason);
        batch.park(batch.events().get(0), reason.toString());
    }

    private static boolean passing(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql.getSQLState() == null || PASSING.contains(sql.getSQLState().substring(0, 2));
            }
        }
        return false;
    }

    /** The database could not take the batch now. */
    static final class TryAgainException extends RuntimeException {

        TryAgainException(Throwable cause) {
            super(cause);
        }
    }
}
