package atlas.events.consumer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

import atlas.events.Event;
import atlas.events.EventJson;
import atlas.events.UnreadableEventException;
import atlas.events.consumer.ParkedMessages.Parked;

/** What one poll brought: the events that can be read, the messages that are to be parked, and where each partition goes on. */
final class EventBatch {

    private final List<Event> events = new ArrayList<>();
    private final Map<Event, ConsumerRecord<byte[], byte[]>> messages = new IdentityHashMap<>();
    private final List<Parked> parked = new ArrayList<>();
    private final Map<TopicPartition, Long> next = new HashMap<>();

    static EventBatch of(Iterable<ConsumerRecord<byte[], byte[]>> messages) {
        EventBatch batch = new EventBatch();
        messages.forEach(batch::add);
        return batch;
    }

    private void add(ConsumerRecord<byte[], byte[]> message) {
        next.put(new TopicPartition(message.topic(), message.partition()), message.offset() + 1);
        try {
            Event event = read(message);
            events.add(event);
            messages.put(event, message);
        } catch (UnreadableEventException e) {
            parked.add(new Parked(message, e.getMessage()));
        }
    }

    private static Event read(ConsumerRecord<byte[], byte[]> message) {
        if (message.value() == null) {
            throw new UnreadableEventException("the message has no value");
        }
        Event event = EventJson.read(message.value());
        if (!event.type().topic().equals(message.topic())) {
            throw new UnreadableEventException("the type does not belong on this topic: " + event.type().wireName());
        }
        return event;
    }

    /** Takes an event out of those to apply. */
    void park(Event event, String reason) {
        ConsumerRecord<byte[], byte[]> message = messages.remove(event);
        if (message == null) {
            throw new IllegalStateException("the handler rejected an event that is not of the batch");
        }
        events.removeIf(other -> other == event);
        parked.add(new Parked(message, reason));
    }

    /** The messages that are still to be applied or parked, one batch each, in order. */
    List<EventBatch> oneByOne() {
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        parked.forEach(one -> all.add(one.message()));
        events.forEach(event -> all.add(messages.get(event)));
        all.sort(Comparator.<ConsumerRecord<byte[], byte[]>, String> comparing(ConsumerRecord::topic)
                .thenComparing(ConsumerRecord::partition).thenComparing(ConsumerRecord::offset));
        return all.stream().map(message -> of(List.of(message))).toList();
    }

    List<Event> events() {
        return events;
    }

    List<Parked> parked() {
        return parked;
    }

    Map<TopicPartition, Long> next() {
        return next;
    }

    boolean isEmpty() {
        return next.isEmpty();
    }

    int size() {
        return events.size() + parked.size();
    }
}
