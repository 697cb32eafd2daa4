package atlas.scoring.applying;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

import atlas.events.EventJson;
import atlas.events.ScoreChanged;
import atlas.events.Topics;
import atlas.events.UnreadableEventException;
import atlas.service.time.Today;
import io.smallrye.common.annotation.Identifier;

/** Reads from the first message on what was ever told of scores. */
@ApplicationScoped
class PublishedScores {

    private static final Logger LOG = Logger.getLogger(PublishedScores.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, Object> kafka;
    private final Today time;

    PublishedScores(@Identifier("default-kafka-broker") Map<String, Object> kafka, Today time) {
        this.kafka = kafka;
        this.time = time;
    }

    /**
     * What the messages say together.
     *
     * @param lastOfPresent by county, the last change that spoke of the day on which it was told
     * @param newest when the last one was told; null when none was
     */
    record Told(Map<String, ScoreChanged> lastOfPresent, Instant newest, long messages) {
    }

    /** Reads the topic to its end as it is now. */
    Told read() {
        Reading reading = new Reading();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings(), new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics(PATIENCE).getOrDefault(Topics.SCORE_CHANGES, List.of())
                    .stream().map(part -> new TopicPartition(part.topic(), part.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions, PATIENCE);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition, PATIENCE) < end.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> reading.take(message.value()));
            }
        }
        return new Told(Map.copyOf(reading.lastOfPresent), reading.newest, reading.messages);
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return settings;
    }

    /** What has been read so far. A county's messages come in the order in which they were told. */
    private final class Reading {

        private final Map<String, ScoreChanged> lastOfPresent = new HashMap<>();
        private Instant newest;
        private long messages;

        private void take(byte[] message) {
            messages++;
            try {
                if (message != null && EventJson.read(message).data() instanceof ScoreChanged change) {
                    newest = newest == null || change.recordedAt().isAfter(newest) ? change.recordedAt() : newest;
                    if (speaksOfThePresent(change)) {
                        lastOfPresent.put(change.fips(), change);
                    }
                }
            } catch (UnreadableEventException e) {
                LOG.warnf("passes over a score change that cannot be read: %s", e.getMessage());
            }
        }
    }

    /** A change that had ended before the day on which it was told says nothing of that day. */
    private boolean speaksOfThePresent(ScoreChanged change) {
        LocalDate told = LocalDate.ofInstant(change.recordedAt(), time.zone());
        return change.to() == null || change.to().isAfter(told);
    }
}
