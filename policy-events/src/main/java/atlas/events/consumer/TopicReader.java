package atlas.events.consumer;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads all partitions of some topics, from positions that are kept elsewhere. Whatever is wrong, it fails with a
 * KafkaException.
 */
final class TopicReader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Settings settings;
    private final List<TopicPartition> partitions;
    private final Map<String, String> topicIds;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final ReadingLimits limits;
    private long lookAt;

    private TopicReader(Settings settings, Map<String, TopicDescription> topics) {
        this.settings = settings;
        this.partitions = partitions(topics);
        this.topicIds = ids(topics);
        this.consumer = new KafkaConsumer<>(settings.forConsumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.limits = new ReadingLimits(consumer);
        this.lookAt = System.nanoTime() + settings.lookAgainAfter().toNanos();
    }

    /** A reader of the topics as they are now; fails while one of them does not exist. */
    static TopicReader open(Settings settings, List<String> topics) {
        TopicReader reader = new TopicReader(settings, describe(settings, topics));
        reader.consumer.assign(reader.partitions);
        return reader;
    }

    private static Map<String, TopicDescription> describe(Settings settings, Collection<String> topics) {
        try (Admin admin = Admin.create(settings.kafka())) {
            return admin.describeTopics(topics).allTopicNames().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                throw new UnknownTopicOrPartitionException("not all of the topics exist yet: " + String.join(", ", topics), e);
            }
            throw new KafkaException("the topics cannot be looked at: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static List<TopicPartition> partitions(Map<String, TopicDescription> topics) {
        return topics.values().stream().flatMap(topic -> topic.partitions().stream()
                .map(part -> new TopicPartition(topic.name(), part.partition()))).toList();
    }

    private static Map<String, String> ids(Map<String, TopicDescription> topics) {
        Map<String, String> ids = new HashMap<>();
        topics.values().forEach(topic -> ids.put(topic.name(), topic.topicId().toString()));
        return Map.copyOf(ids);
    }

    /** Goes to the positions; a partition without one, or whose position is gone, starts at its first offset. */
    void seek(Map<TopicPartition, Long> positions) {
        Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions, PATIENCE);
        Map<TopicPartition, Long> end = consumer.endOffsets(partitions, PATIENCE);
        for (TopicPartition partition : partitions) {
            long wanted = positions.getOrDefault(partition, first.get(partition));
            consumer.seek(partition, Math.max(first.get(partition), Math.min(wanted, end.get(partition))));
        }
        consumer.resume(partitions);
        limits.allResumed();
    }

    /** Goes to the positions, and until the next {@link #seek} reads on on one topic only. */
    void seekOn(String topic, Map<TopicPartition, Long> positions) {
        seek(positions);
        consumer.pause(partitions.stream().filter(partition -> !partition.topic().equals(topic)).toList());
    }

    /**
     * From now on reads of each partition what lies before its limit, and nothing of one that has none; empty: all there is.
     */
    void limit(Optional<Map<TopicPartition, Long>> offsets) {
        limits.set(offsets);
    }

    Iterable<ConsumerRecord<byte[], byte[]>> poll(Duration timeout) {
        if (System.nanoTime() > lookAt) {
            failIfTheTopicsChanged();
            lookAt = System.nanoTime() + settings.lookAgainAfter().toNanos();
        }
        limits.hold(partitions);
        return limits.before(consumer.poll(timeout));
    }

    /** True when there are limits and all that lies before them is read, as far as it is there. */
    boolean isAtLimits() {
        return limits.areSet()
                && !isBefore(end(partitions.stream().filter(partition -> !limits.isReachedIn(partition)).toList()));
    }

    /**
     * The client goes on by name and offset: it does not tell a topic that was made anew, nor see a partition that was added.
     */
    private void failIfTheTopicsChanged() {
        Map<String, TopicDescription> now = describe(settings, topicIds.keySet());
        if (!ids(now).equals(topicIds) || partitions(now).size() != partitions.size()) {
            throw new KafkaException("the topics are not those that were opened");
        }
    }

    /** Where the topic's partitions end now, or are not read on. */
    Map<TopicPartition, Long> end(String topic) {
        return end(partitions.stream().filter(partition -> partition.topic().equals(topic)).toList());
    }

    private Map<TopicPartition, Long> end(List<TopicPartition> some) {
        Map<TopicPartition, Long> end = new HashMap<>(consumer.endOffsets(some, PATIENCE));
        end.replaceAll((partition, offset) -> Math.min(offset, limits.of(partition)));
        return end;
    }

    /** True while some partition is still to be read up to the offset given for it. */
    boolean isBefore(Map<TopicPartition, Long> end) {
        return end.entrySet().stream().anyMatch(of -> consumer.position(of.getKey()) < of.getValue());
    }

    /** How many messages of each topic lie before its end and were not read yet, as the broker last said. */
    Map<String, Long> lag() {
        Map<String, Long> lag = new TreeMap<>();
        partitions.forEach(part -> lag.merge(part.topic(), consumer.currentLag(part).orElse(0), Long::sum));
        return lag;
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

    /**
     * How to reach Kafka, and how to read from it.
     *
     * @param lookAgainAfter how often to look whether the topics are still the same
     */
    record Settings(Map<String, Object> kafka, Duration lookAgainAfter) {

        Map<String, Object> forConsumer() {
            Map<String, Object> settings = new HashMap<>(kafka);
            settings.remove(ConsumerConfig.GROUP_ID_CONFIG); // positions are kept in the database
            settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
            settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
            settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
            settings.putIfAbsent(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500);
            settings.putIfAbsent(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 500);
            return settings;
        }
    }
}
