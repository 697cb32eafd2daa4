package atlas.events.consumer;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

import org.jboss.logging.Logger;

import atlas.events.Event;
import atlas.events.UnreadableEventException;
import atlas.events.consumer.EventHandler.Received;
import atlas.events.consumer.ParkedTries.Requested;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Applies parked messages again, on the thread of the consumer and so where it leads: those that somebody asked for, and by
 * itself those that lacked something, when an earlier topic has brought anything. Each is one transaction of the effect and of
 * its mark.
 */
final class Redrive implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Redrive.class);
    /** At one time, so that what comes on the topics does not wait long. */
    private static final int MOST = 20;

    private final String consumer;
    private final List<String> topics;
    private final EventHandler handler;
    private final ParkedTries tries;
    private final OpenParked open;
    private Requested unfinished;
    private int broughtOn = 0; // after a restart nobody knows what came: what lacked something is tried once

    Redrive(String consumer, List<String> topics, EventHandler handler, ParkedTries tries) {
        this.consumer = consumer;
        this.topics = List.copyOf(topics);
        this.handler = handler;
        this.tries = tries;
        this.open = tries.gauge(consumer, this.topics);
    }

    /** Takes note of the topics that bring something. */
    void comes(EventBatch batch) {
        batch.events().forEach(this::comes);
    }

    private void comes(Event event) {
        broughtOn = Math.min(broughtOn, topics.indexOf(event.type().topic()));
    }

    /**
     * Does what is asked for, the message that was parked first before the others.
     *
     * @return whether more is to be done
     * @throws SQLException when the database is out of reach: what was under way is then tried first, before any other event
     */
    boolean work() throws SQLException {
        if (unfinished != null) {
            tryAgain(unfinished);
        }
        if (broughtOn < topics.size() - 1) {
            tries.requestWhatAwaits(consumer, topics.subList(broughtOn + 1, topics.size()));
        }
        broughtOn = topics.size();
        List<Requested> requested = tries.requested(consumer, MOST);
        for (Requested one : requested) {
            tryAgain(one);
        }
        open.look();
        return requested.size() == MOST;
    }

    private void tryAgain(Requested message) throws SQLException {
        try {
            apply(message, EventBatch.read(message.topic(), message.payload()));
        } catch (UnreadableEventException e) {
            fails(message, e.getMessage(), false);
        }
    }

    private void apply(Requested message, Event event) throws SQLException {
        boolean again = message.equals(unfinished);
        unfinished = message;
        try {
            if (QuarkusTransaction.requiringNew().call(() -> applyAndMark(message, event, again))) {
                show(message);
                comes(event);
            }
        } catch (RejectedEventException e) {
            handler.rolledBack();
            fails(message, e.getMessage(), e instanceof MissingDependencyException);
        } catch (RuntimeException e) {
            handler.rolledBack();
            if (!Blame.isOnAnEvent(e)) {
                throw new SQLException("parked message " + message.id() + " cannot be tried now: " + e.getMessage(), e);
            }
            LOG.error("a parked message cannot be applied", e);
            fails(message, e.toString(), false);
        }
        unfinished = null;
    }

    /**
     * Applies it, unless nobody wants it any more.
     *
     * @param again whether nobody knows if it was committed, and it was not shown: then it is handed over even if it was
     */
    private boolean applyAndMark(Requested message, Event event, boolean again) throws SQLException {
        ParkedStatus status = tries.hold(message);
        if (status != ParkedStatus.REQUESTED && !(again && status == ParkedStatus.APPLIED)) {
            return false;
        }
        handler.applyReceived(List.of(new Received(event, message.payload())));
        tries.applied(message);
        return true;
    }

    private void show(Requested message) throws SQLException {
        try {
            handler.committed();
            LOG.infof("applied parked message %s of %s", message.id(), message.topic());
        } catch (RuntimeException e) {
            handler.rolledBack();
            throw new SQLException("parked message " + message.id() + " is applied and not shown: " + e.getMessage(), e);
        }
    }

    private void fails(Requested message, String reason, boolean awaits) throws SQLException {
        String told = Objects.requireNonNullElse(reason, "no reason was given");
        tries.failed(message, told, awaits);
        LOG.warnf("parked message %s of %s still cannot be applied: %s", message.id(), message.topic(), told);
    }

    @Override
    public void close() {
        open.close();
    }
}
