package atlas.events.consumer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

import atlas.events.Event;
import atlas.events.EventJson;
import atlas.events.UnreadableEventException;
import atlas.events.consumer.EventHandler.Received;
import atlas.events.consumer.ParkedMessages.Parked;
import atlas.events.trace.EventSpans;
import atlas.events.trace.TraceParent;
import io.opentelemetry.api.trace.Span;

/** What one poll brought: the events that can be read, the messages that are to be parked, and where each partition goes on. */
final class EventBatch {

    private final Map<String, String> topicIds;
    private final List<Entry> entries;

    private EventBatch(Map<String, String> topicIds, List<Entry> entries) {
        this.topicIds = topicIds;
        this.entries = entries;
    }

    /**
     * Reads messages.
     *
     * @param topicIds the ids of the topics that they were read from, by name
     * @param spans begins the span of applying a message
     */
    static EventBatch of(Iterable<ConsumerRecord<byte[], byte[]>> messages, Map<String, String> topicIds,
            Function<ConsumerRecord<byte[], byte[]>, Span> spans) {
        List<Entry> entries = new ArrayList<>();
        messages.forEach(message -> entries.add(entry(message, spans.apply(message))));
        return new EventBatch(topicIds, entries);
    }

    private static Entry entry(ConsumerRecord<byte[], byte[]> message, Span span) {
        try {
            Event event = read(message.topic(), message.value()).inTrace(TraceParent.of(span));
            return new Entry(message, span, event, null, false);
        } catch (UnreadableEventException e) {
            return new Entry(message, span, null, e.getMessage(), false);
        }
    }

    /**
     * Reads the value of a message of a topic.
     *
     * @throws UnreadableEventException if it is no event, or none of this topic
     */
    static Event read(String topic, byte[] value) {
        if (value == null) {
            throw new UnreadableEventException("the message has no value");
        }
        Event event = EventJson.read(value);
        if (!event.type().topic().equals(topic)) {
            throw new UnreadableEventException("the type does not belong on this topic: " + event.type().wireName());
        }
        return event;
    }

    /** Takes an event out of those to apply. */
    void park(Event event, String reason) {
        park(event, reason, false);
    }

    /** Takes an event out of those to apply until what it names has come. */
    void park(MissingDependencyException missing) {
        park(missing.event(), missing.getMessage(), true);
    }

    private void park(Event event, String reason, boolean awaits) {
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (entry.event() == event && !entry.isParked()) {
                String told = Objects.requireNonNullElse(reason, "no reason was given");
                entries.set(i, new Entry(entry.message(), entry.span(), event, told, awaits));
                return;
            }
        }
        throw new IllegalStateException("the handler rejected an event that is not of the batch");
    }

    /** The messages, one batch each, in order; what is parked stays so, and the events are the same objects. */
    List<EventBatch> oneByOne() {
        return entries.stream().map(entry -> new EventBatch(topicIds, new ArrayList<>(List.of(entry)))).toList();
    }

    List<Event> events() {
        return entries.stream().filter(entry -> !entry.isParked()).map(Entry::event).toList();
    }

    List<Received> received() {
        return entries.stream().filter(entry -> !entry.isParked())
                .map(entry -> new Received(entry.event(), entry.message().value())).toList();
    }

    List<Parked> parked() {
        return entries.stream().filter(Entry::isParked).map(Entry::parked).toList();
    }

    /** It is committed: each message was applied or parked. */
    void end() {
        for (Entry entry : entries) {
            if (entry.isParked()) {
                EventSpans.fail(entry.span(), entry.reason());
            } else {
                entry.span().end();
            }
        }
    }

    Map<TopicPartition, Long> next() {
        Map<TopicPartition, Long> next = new HashMap<>();
        entries.forEach(entry -> next.merge(new TopicPartition(entry.message().topic(), entry.message().partition()),
                entry.message().offset() + 1, Math::max));
        return next;
    }

    Map<String, String> topicIds() {
        return topicIds;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /**
     * One message.
     *
     * @param span of its applying
     * @param event what it says; null when it cannot be read
     * @param reason why it is to be parked, or null
     * @param awaits whether it is parked until what it names has come
     */
    private record Entry(ConsumerRecord<byte[], byte[]> message, Span span, Event event, String reason, boolean awaits) {

        boolean isParked() {
            return reason != null;
        }

        Parked parked() {
            return new Parked(message, reason, awaits, TraceParent.of(span));
        }
    }
}
