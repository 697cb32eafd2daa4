package atlas.events.testing;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import io.quarkus.arc.Unremovable;
import io.smallrye.common.annotation.Identifier;

/** The topics as they are, looked at and written to past our own code. */
@ApplicationScoped
@Unremovable
public class Broker {

    private final Map<String, Object> kafka;
    private final Admin admin;
    private final KafkaProducer<String, byte[]> producer;

    Broker(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.kafka = kafka;
        this.admin = Admin.create(kafka);
        this.producer = new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer());
    }

    public Admin admin() {
        return admin;
    }

    public RecordMetadata publish(String topic, String key, String text) {
        return publish(topic, key, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns when the messages are on the topic. */
    public void publishAll(String topic, String key, List<String> texts) {
        texts.forEach(text -> producer.send(new ProducerRecord<>(topic, key, text.getBytes(StandardCharsets.UTF_8))));
        producer.flush();
    }

    /** Returns when the message is on the topic. */
    public RecordMetadata publish(String topic, String key, byte[] value) {
        try {
            return producer.send(new ProducerRecord<>(topic, key, value)).get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("cannot publish to " + topic, e);
        }
    }

    /** The topics, as soon as the relay has made them. */
    public Map<String, TopicDescription> describe(Collection<String> topics) {
        return await().ignoreExceptions()
                .until(() -> admin.describeTopics(topics).allTopicNames().get(5, TimeUnit.SECONDS), Objects::nonNull);
    }

    /** Where each partition of the topics ends now. */
    public Map<TopicPartition, Long> ends(Collection<String> topics) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        describe(topics).values().forEach(topic -> topic.partitions()
                .forEach(part -> wanted.put(new TopicPartition(topic.name(), part.partition()), OffsetSpec.latest())));
        Map<TopicPartition, Long> ends = new HashMap<>();
        try {
            admin.listOffsets(wanted).all().get(20, TimeUnit.SECONDS).forEach((part, end) -> ends.put(part, end.offset()));
            return ends;
        } catch (Exception e) {
            throw new IllegalStateException("cannot find the ends of " + topics, e);
        }
    }

    /** All messages of a topic, each partition's in order. */
    public List<ConsumerRecord<String, String>> read(String topic) {
        Map<TopicPartition, Long> ends = ends(List.of(topic));
        List<ConsumerRecord<String, String>> messages = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(kafka, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(messages::add);
            }
        }
        return messages;
    }

    /** The messages of one key, in order. */
    public List<ConsumerRecord<String, String>> read(String topic, String key) {
        return read(topic).stream().filter(message -> key.equals(message.key())).toList();
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(1));
        admin.close(Duration.ofSeconds(1));
    }
}
