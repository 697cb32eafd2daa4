package atlas.events.consumer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads all partitions of some topics, from positions that are kept elsewhere. */
final class TopicReader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, String> topicIds;
    private final List<TopicPartition> partitions;

    private TopicReader(KafkaConsumer<byte[], byte[]> consumer, Map<String, String> topicIds, List<TopicPartition> partitions) {
        this.consumer = consumer;
        this.topicIds = topicIds;
        this.partitions = partitions;
    }

    /** A reader of the topics as they are now; fails while one of them does not exist. */
    static TopicReader open(Settings settings, List<String> topics)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<String, String> ids = new HashMap<>();
        List<TopicPartition> partitions = new ArrayList<>();
        try (Admin admin = Admin.create(settings.kafka())) {
            Map<String, TopicDescription> found = admin.describeTopics(topics).allTopicNames().get(PATIENCE.toSeconds(),
                    TimeUnit.SECONDS);
            for (TopicDescription topic : found.values()) {
                ids.put(topic.name(), topic.topicId().toString());
                topic.partitions().forEach(part -> partitions.add(new TopicPartition(topic.name(), part.partition())));
            }
        }
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings.forConsumer(), new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(partitions);
        return new TopicReader(consumer, Map.copyOf(ids), List.copyOf(partitions));
    }

    /** Goes to the positions; a partition without one, or whose position is gone, starts at its first offset. */
    void seek(Map<TopicPartition, Long> positions) {
        Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions, PATIENCE);
        Map<TopicPartition, Long> end = consumer.endOffsets(partitions, PATIENCE);
        for (TopicPartition partition : partitions) {
            long wanted = positions.getOrDefault(partition, first.get(partition));
            consumer.seek(partition, Math.max(first.get(partition), Math.min(wanted, end.get(partition))));
        }
    }

    Iterable<ConsumerRecord<byte[], byte[]>> poll(Duration timeout) {
        try {
            return consumer.poll(timeout);
        } catch (OffsetOutOfRangeException e) {
            consumer.seekToBeginning(e.partitions());
            return List.of();
        }
    }

    /** What one topic holds from the positions to its end as it is now; the reader is left wherever that took it. */
    List<ConsumerRecord<byte[], byte[]>> rest(String topic, Map<TopicPartition, Long> positions) {
        List<TopicPartition> ofTopic = partitions.stream().filter(partition -> partition.topic().equals(topic)).toList();
        seek(positions);
        consumer.pause(partitions.stream().filter(partition -> !partition.topic().equals(topic)).toList());
        Map<TopicPartition, Long> end = consumer.endOffsets(ofTopic, PATIENCE);
        List<ConsumerRecord<byte[], byte[]>> rest = new ArrayList<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline
                && ofTopic.stream().anyMatch(partition -> consumer.position(partition) < end.get(partition))) {
            consumer.poll(Duration.ofMillis(100)).forEach(rest::add);
        }
        consumer.resume(partitions);
        return rest;
    }

    void wakeUp() {
        consumer.wakeup();
    }

    Map<String, String> topicIds() {
        return topicIds;
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** How to reach Kafka, and how to read from it. */
    record Settings(Map<String, Object> kafka) {

        Map<String, Object> forConsumer() {
            Map<String, Object> settings = new HashMap<>(kafka);
            settings.remove(ConsumerConfig.GROUP_ID_CONFIG); // positions are kept in the database
            settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
            settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
            settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
            settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500);
            settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 500);
            return settings;
        }
    }
}
