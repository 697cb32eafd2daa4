package atlas.events.consumer;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

import atlas.events.EventJson;
import atlas.events.trace.EventInLogs;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Keeps the messages that could not be applied. */
@ApplicationScoped
class ParkedMessages {

    private static final Logger LOG = Logger.getLogger(ParkedMessages.class);

    // one that was applied comes again only when all is read anew: then it is to be applied again, too
    private static final String PARK = """
            INSERT INTO parked_message AS known (consumer, topic, part, topic_id, position, key, payload, reason, awaits, event_id,
                event_type)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (consumer, topic, part, topic_id, position) DO UPDATE SET status = 'PARKED', reason = excluded.reason,
                awaits = excluded.awaits, attempts = known.attempts + 1, last_tried_at = excluded.last_tried_at
            WHERE known.status = 'APPLIED'""";
    private static final int LONGEST_HEAD = 200;

    private final MeterRegistry meters;

    ParkedMessages(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Parks what of the batch is to be parked, in the transaction of the caller; those that were not parked already. */
    List<Parked> park(Connection connection, String consumer, EventBatch batch) throws SQLException {
        List<Parked> all = batch.parked();
        try (PreparedStatement insert = connection.prepareStatement(PARK)) {
            for (Parked parked : all) {
                ConsumerRecord<byte[], byte[]> message = parked.message();
                insert.setString(1, consumer);
                insert.setString(2, message.topic());
                insert.setInt(3, message.partition());
                insert.setString(4, batch.topicIds().get(message.topic()));
                insert.setLong(5, message.offset());
                insert.setString(6, message.key() == null ? null : text(new String(message.key(), StandardCharsets.UTF_8)));
                insert.setBytes(7, message.value());
                insert.setString(8, text(parked.reason()));
                insert.setBoolean(9, parked.awaits());
                setHead(insert, 10, message.value());
                insert.addBatch();
            }
            int[] rows = insert.executeBatch();
            return IntStream.range(0, rows.length).filter(i -> rows[i] != 0).mapToObj(all::get).toList();
        }
    }

    /** Tells of messages whose parking is committed. */
    void announce(List<Parked> messages) {
        for (Parked parked : messages) {
            counter(meters, parked.message().topic()).increment();
            String eventId = EventJson.head(parked.message().value()).id();
            try (EventInLogs about = EventInLogs.naming(eventId == null ? null : beginning(eventId), parked.trace())) {
                LOG.warnf("parked %s-%d@%d: %s", parked.message().topic(), parked.message().partition(),
                        parked.message().offset(), parked.reason());
            }
        }
    }

    static Counter counter(MeterRegistry meters, String topic) {
        return Counter.builder("atlas.events.parked").description("messages that were parked, whatever became of them since")
                .tag("topic", topic).register(meters);
    }

    /** What a message says of itself is a stranger's word: it is cut where it is too long to be one of ours. */
    static void setHead(PreparedStatement statement, int from, byte[] message) throws SQLException {
        EventJson.Head head = EventJson.head(message);
        statement.setString(from, head.id() == null ? null : beginning(text(head.id())));
        statement.setString(from + 1, head.type() == null ? null : beginning(text(head.type())));
    }

    private static String beginning(String any) {
        return any.length() <= LONGEST_HEAD ? any : any.substring(0, LONGEST_HEAD);
    }

    /** A text column cannot hold a NUL. */
    static String text(String any) {
        return any.replace('\0', '\uFFFD');
    }

    /**
     * A message and why it could not be applied.
     *
     * @param awaits whether what it lacks may still come
     * @param trace where its applying is in a trace; null when that is not traced
     */
    record Parked(ConsumerRecord<byte[], byte[]> message, String reason, boolean awaits, String trace) {
    }
}
