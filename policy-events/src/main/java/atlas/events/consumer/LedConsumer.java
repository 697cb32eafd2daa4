package atlas.events.consumer;

import java.util.function.Supplier;

import org.jboss.logging.Logger;

import atlas.events.outbox.Leadership;

/**
 * A consumer that runs in one of several replicas at a time: in the one that leads. Whoever uses it looks after it again and
 * again, from one thread.
 */
public final class LedConsumer implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(LedConsumer.class);

    private final Leadership leadership;
    private final Supplier<EventConsumer> begin;
    private EventConsumer consumer;

    /**
     * Consumes where it leads.
     *
     * @param begin begins a term of the leader and starts the consumer; when it fails, the lead is given up
     */
    public LedConsumer(Leadership leadership, Supplier<EventConsumer> begin) {
        this.leadership = leadership;
        this.begin = begin;
    }

    /** Takes the lead when it is free and gives up one that is lost; true when this replica leads. */
    public boolean look() {
        if (consumer != null && !leadership.held()) {
            LOG.warn("lost the lead and follows");
            close();
        }
        if (consumer == null && leadership.tryAcquire()) {
            try {
                consumer = begin.get();
            } catch (RuntimeException e) {
                leadership.close();
                throw e;
            }
        }
        return consumer != null;
    }

    /** Stops consuming, then leaves the lead to others. */
    @Override
    public void close() {
        if (consumer != null) {
            consumer.close();
            consumer = null;
        }
        leadership.close();
    }
}
