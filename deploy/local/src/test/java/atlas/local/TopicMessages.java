package atlas.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The topics of a running suite, read as any consumer reads them. */
final class TopicMessages {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Object> kafka;

    TopicMessages(String bootstrap) {
        kafka = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    }

    record Message(String key, String contentType, JsonNode event) {

        static Message of(ConsumerRecord<String, byte[]> message) {
            try {
                String contentType = new String(message.headers().lastHeader("content-type").value(),
                        StandardCharsets.US_ASCII);
                return new Message(message.key(), contentType, JSON.readTree(message.value()));
            } catch (IOException e) {
                throw new IllegalStateException("not JSON: " + message, e);
            }
        }
    }

    /** All that are on the topic now, each partition's in order. */
    List<Message> of(String topic) {
        return read(topic, Message::of);
    }

    /** The ids of their events: there may be too many to keep them whole. */
    List<String> ids(String topic) {
        return read(topic, message -> Message.of(message).event().get("id").textValue());
    }

    private <T> List<T> read(String topic, Function<ConsumerRecord<String, byte[]>, T> kept) {
        List<T> messages = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(kafka, new StringDeserializer(), new ByteArrayDeserializer())) {
            Map<TopicPartition, Long> ends = ends(consumer, topic);
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> messages.add(kept.apply(message)));
            }
        }
        return messages;
    }

    /** How many have ever been put on the topic. */
    long count(String topic) {
        try (var consumer = new KafkaConsumer<>(kafka, new StringDeserializer(), new ByteArrayDeserializer())) {
            return ends(consumer, topic).values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private static Map<TopicPartition, Long> ends(KafkaConsumer<?, ?> consumer, String topic) {
        return consumer.endOffsets(consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition())).toList());
    }

    int partitions(String topic) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(kafka)) {
            return admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().size();
        }
    }

    Config settings(String topic) throws InterruptedException, ExecutionException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin admin = Admin.create(kafka)) {
            return admin.describeConfigs(List.of(resource)).all().get().get(resource);
        }
    }
}
