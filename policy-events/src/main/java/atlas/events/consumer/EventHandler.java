package atlas.events.consumer;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.common.TopicPartition;

import atlas.events.Event;

/** What a service does with events. One thread calls it. */
public interface EventHandler {

    /**
     * Applies a batch, in the transaction that also moves the offsets. An event may come again: its effect must not. What can
     * fail has failed when this returns: a commit that fails is tried again, whatever the reason, unless the database refuses a
     * value.
     *
     * @throws MissingDependencyException when an event names something that a topic earlier in the order of dependence must
     *         bring first
     * @throws RejectedEventException when one event cannot be applied: it is parked, and the others are applied again without
     *         it
     */
    void apply(List<Event> batch);

    /** Does the same, for those who keep the messages as they were on the topic. */
    default void applyReceived(List<Received> batch) {
        apply(batch.stream().map(Received::event).toList());
    }

    /** The batch is committed: what {@link #apply} prepared may be shown. */
    void committed();

    /**
     * The batch was rolled back: what {@link #apply} prepared is to be forgotten. When the commit got no answer this is called
     * too, and the batch is applied again, so that it is shown even if it had been committed.
     */
    void rolledBack();

    /**
     * Up to where the topics are read for now: of each partition the first offset that is left for later; a partition that is
     * not named is left alone. Empty: to their ends, and on.
     *
     * @param topicIds the ids of the topics as they are now, by name
     */
    default Optional<Map<TopicPartition, Long>> limits(Map<String, String> topicIds) {
        return Optional.empty();
    }

    /** All that lies before the limits is applied. Called again and again until there are none. */
    default void reachedLimits() {
        // nothing to do where there are none
    }

    /**
     * An event and the message that it was read from.
     *
     * @param message the CloudEvent as it was on the topic, with what this version of us does not know
     */
    record Received(Event event, byte[] message) {
    }
}
