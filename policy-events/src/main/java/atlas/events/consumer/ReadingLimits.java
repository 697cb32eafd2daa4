package atlas.events.consumer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Has a Kafka client read of each partition what lies before its limit, and leave the rest for later. */
final class ReadingLimits {

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Set<TopicPartition> held = new HashSet<>();
    private Optional<Map<TopicPartition, Long>> limits = Optional.empty();

    ReadingLimits(KafkaConsumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** Sets the limits: a partition without one is not read; empty: all is read. */
    void set(Optional<Map<TopicPartition, Long>> offsets) {
        if (!limits.equals(offsets)) {
            limits = offsets;
            consumer.resume(held);
            held.clear();
        }
    }

    boolean areSet() {
        return limits.isPresent();
    }

    long of(TopicPartition partition) {
        return limits.map(known -> known.getOrDefault(partition, 0L)).orElse(Long.MAX_VALUE);
    }

    boolean isReachedIn(TopicPartition partition) {
        return consumer.position(partition) >= of(partition);
    }

    /** The client has been sent elsewhere, and reads all partitions again. */
    void allResumed() {
        held.clear();
    }

    /** Has no more fetched of those that are read up to their limits. */
    void hold(Collection<TopicPartition> partitions) {
        if (areSet()) {
            List<TopicPartition> there = partitions.stream()
                    .filter(partition -> !consumer.paused().contains(partition) && isReachedIn(partition)).toList();
            consumer.pause(there);
            held.addAll(there);
        }
    }

    /** Those of the messages that lie before the limits; the others are read when they may be. */
    List<ConsumerRecord<byte[], byte[]>> before(ConsumerRecords<byte[], byte[]> polled) {
        List<ConsumerRecord<byte[], byte[]>> before = new ArrayList<>();
        for (TopicPartition partition : polled.partitions()) {
            long limit = of(partition);
            polled.records(partition).stream().filter(message -> message.offset() < limit).forEach(before::add);
            if (consumer.position(partition) > limit) {
                consumer.seek(partition, limit);
            }
        }
        return before;
    }
}
