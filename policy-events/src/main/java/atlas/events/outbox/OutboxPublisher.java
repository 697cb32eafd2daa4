package atlas.events.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;

import atlas.events.EventJson;
import atlas.events.trace.EventInLogs;
import atlas.events.trace.EventSpans;
import atlas.events.trace.TraceParent;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.smallrye.common.annotation.Identifier;

/** Sends the oldest unpublished events and marks as published those before the first that the broker did not acknowledge. */
@ApplicationScoped
class OutboxPublisher {

    private static final Logger LOG = Logger.getLogger(OutboxPublisher.class);

    private static final String NEXT = """
            SELECT id, topic, key, payload, event_id::text, traceparent FROM outbox WHERE published_at IS NULL ORDER BY id LIMIT ?""";
    private static final String MARK = "UPDATE outbox SET published_at = clock_timestamp() WHERE id = ANY (?)";
    private static final String FORGET = """
            DELETE FROM outbox WHERE id IN (
                SELECT id FROM outbox WHERE published_at < clock_timestamp() - make_interval(secs => ?) ORDER BY published_at LIMIT 1000)""";

    /** Unless the configuration of kafka says otherwise. */
    private static final Map<String, Object> PATIENCE = Map.of(
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000,
            ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000,
            ProducerConfig.LINGER_MS_CONFIG, 0);
    private static final Map<String, Object> RELIABLE = Map.of(
            ProducerConfig.ACKS_CONFIG, "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
            ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5);

    private final OutboxConfig config;
    private final Map<String, Object> kafka;
    private final EventSpans spans;
    private final MeterRegistry meters;
    private KafkaProducer<String, byte[]> producer;
    private long forgetAt = System.nanoTime();

    OutboxPublisher(OutboxConfig config, @Identifier("default-kafka-broker") Map<String, Object> kafka,
            EventSpans spans, MeterRegistry meters) {
        this.config = config;
        this.kafka = kafka;
        this.spans = spans;
        this.meters = meters;
    }

    /** Publishes one batch over the leader's connection. True when the batch was full, so that there may be more. */
    boolean publishNext(Connection leader) throws SQLException {
        List<Pending> batch = next(leader);
        if (batch.isEmpty()) {
            forgetOld(leader);
            return false;
        }
        List<Long> acknowledged = send(batch);
        mark(leader, acknowledged);
        if (acknowledged.size() < batch.size()) {
            throw new OutboxException("the broker did not take event row " + batch.get(acknowledged.size()).id());
        }
        return batch.size() == config.batchSize();
    }

    void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
            producer = null;
        }
    }

    private List<Pending> next(Connection leader) throws SQLException {
        try (PreparedStatement query = leader.prepareStatement(NEXT)) {
            query.setInt(1, config.batchSize());
            try (ResultSet rows = query.executeQuery()) {
                List<Pending> batch = new ArrayList<>();
                while (rows.next()) {
                    batch.add(new Pending(rows.getLong(1), rows.getString(2), rows.getString(3), rows.getBytes(4),
                            rows.getString(5), rows.getString(6)));
                }
                return batch;
            }
        }
    }

    /** The ids of the acknowledged prefix: an event behind one that failed is sent again, in its place. */
    private List<Long> send(List<Pending> batch) {
        List<Future<RecordMetadata>> sent = sendUntilOneFails(batch);
        List<Long> acknowledged = new ArrayList<>(batch.size());
        try {
            for (int i = 0; i < sent.size(); i++) {
                sent.get(i).get();
                acknowledged.add(batch.get(i).id());
            }
        } catch (ExecutionException e) {
            LOG.warnf("the broker did not take an event: %s", e.getCause().getMessage());
            close(); // what is still buffered must not overtake the events that are sent again
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return acknowledged;
    }

    private List<Future<RecordMetadata>> sendUntilOneFails(List<Pending> batch) {
        List<Future<RecordMetadata>> sent = new ArrayList<>(batch.size());
        AtomicBoolean failed = new AtomicBoolean();
        for (Pending pending : batch) {
            if (failed.get()) {
                break; // what comes behind may be of the same key
            }
            sent.add(send(pending, failed));
        }
        producer().flush();
        return sent;
    }

    private Future<RecordMetadata> send(Pending pending, AtomicBoolean failed) {
        Span span = spans.sending(pending.topic(), pending.eventId(), pending.trace());
        return producer().send(pending.message(span), (metadata, failure) -> {
            if (failure == null) {
                span.end();
                tell(pending);
            } else {
                failed.set(true);
                EventSpans.fail(span, failure.getMessage());
            }
        });
    }

    private void tell(Pending pending) {
        meters.counter("atlas.outbox.published", "topic", pending.topic()).increment();
        if (LOG.isDebugEnabled()) {
            try (EventInLogs about = EventInLogs.naming(pending.eventId(), pending.trace())) {
                LOG.debugf("published on %s", pending.topic());
            }
        }
    }

    private void mark(Connection leader, List<Long> ids) throws SQLException {
        try (PreparedStatement mark = leader.prepareStatement(MARK)) {
            mark.setArray(1, leader.createArrayOf("bigint", ids.toArray()));
            mark.executeUpdate();
        }
    }

    private void forgetOld(Connection leader) throws SQLException {
        if (System.nanoTime() < forgetAt) {
            return;
        }
        try (PreparedStatement forget = leader.prepareStatement(FORGET)) {
            forget.setDouble(1, config.keep().toSeconds());
            boolean more = forget.executeUpdate() > 0;
            forgetAt = System.nanoTime() + (more ? Duration.ofSeconds(1) : Duration.ofMinutes(10)).toNanos();
        }
    }

    private KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            Map<String, Object> settings = new HashMap<>(PATIENCE);
            settings.putAll(kafka);
            settings.putAll(RELIABLE);
            producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    /** @param trace where the change is in a trace; null when it was not traced */
    private record Pending(long id, String topic, String key, byte[] payload, String eventId, String trace) {

        ProducerRecord<String, byte[]> message(Span sending) {
            ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, key, payload);
            message.headers().add("content-type", EventJson.MEDIA_TYPE.getBytes(StandardCharsets.US_ASCII));
            String place = TraceParent.of(sending) == null ? trace : TraceParent.of(sending);
            if (place != null) {
                message.headers().add(TraceParent.HEADER, place.getBytes(StandardCharsets.US_ASCII));
            }
            return message;
        }
    }
}
