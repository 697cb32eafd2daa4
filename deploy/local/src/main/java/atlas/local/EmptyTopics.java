package atlas.local;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import atlas.embedded.Waiting;

/** The suite's four topics before their first message: made where they are missing, and filled by {@link #send}. */
final class EmptyTopics implements AutoCloseable {

    private static final String COUNTIES = "counties";
    private static final Set<String> NAMES = Set.of(COUNTIES, "county-policy-changes", "state-law-changes", "score-changes");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ENOUGH_TO_LOSE_ONE = 3;
    private static final byte[] MEDIA_TYPE = "application/cloudevents+json".getBytes(StandardCharsets.US_ASCII);

    private final Admin admin;
    private final KafkaProducer<String, byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    /** @param kafka how to reach it, in the words of its clients */
    EmptyTopics(Map<String, Object> kafka) {
        this.admin = Admin.create(kafka);
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.putAll(Map.of(ProducerConfig.ACKS_CONFIG, "all", ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                // A partition without messages takes any first batch: one that overtakes another would lock it out.
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1, ProducerConfig.LINGER_MS_CONFIG, 20));
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** How topics are made that are not there. */
    record Shape(int partitions, short copies) {
    }

    /** Refuses topics that hold messages, unless they are to be replaced: then they are deleted first. */
    void prepare(Shape shape, boolean replace) throws InterruptedException {
        Set<String> filled = filled();
        if (!filled.isEmpty() && !replace) {
            throw new CannotStartException("there are messages on " + String.join(", ", filled.stream().sorted().toList())
                    + ": to delete them and fill the topics anew, say --replace");
        }
        if (!filled.isEmpty()) {
            await(admin.deleteTopics(filled).all());
            if (!Waiting.until(PATIENCE, () -> existing().stream().noneMatch(filled::contains))) {
                throw new CannotStartException("Kafka has not deleted " + filled + " within " + PATIENCE.toSeconds() + " s");
            }
        }
        Set<String> there = existing();
        await(admin.createTopics(NAMES.stream().filter(name -> !there.contains(name)).map(name -> topic(name, shape)).toList())
                .all());
    }

    /** As the services make them. */
    private static NewTopic topic(String name, Shape shape) {
        Map<String, String> settings = new HashMap<>();
        settings.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
        settings.put(TopicConfig.CLEANUP_POLICY_CONFIG,
                name.equals(COUNTIES) ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE);
        if (shape.copies() >= ENOUGH_TO_LOSE_ONE) {
            settings.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "2");
        }
        return new NewTopic(name, shape.partitions(), shape.copies()).configs(settings);
    }

    private Set<String> existing() {
        try {
            return await(admin.listTopics().names()).stream().filter(NAMES::contains).collect(Collectors.toSet());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStartException("interrupted", e);
        }
    }

    private Set<String> filled() throws InterruptedException {
        Map<TopicPartition, OffsetSpec> partitions = await(admin.describeTopics(existing()).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream().map(part -> new TopicPartition(topic.name(), part.partition())))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        return await(admin.listOffsets(partitions).all()).entrySet().stream().filter(end -> end.getValue().offset() > 0)
                .map(end -> end.getKey().topic()).collect(Collectors.toSet());
    }

    void send(String topic, String key, byte[] event) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, key, event);
        message.headers().add("content-type", MEDIA_TYPE);
        producer.send(message, (metadata, e) -> failure.compareAndSet(null, e));
        failOnFailure();
    }

    /** Returns when Kafka has all that was sent. */
    void finish() {
        producer.flush();
        failOnFailure();
    }

    private void failOnFailure() {
        Optional.ofNullable(failure.get()).ifPresent(e -> {
            throw new CannotStartException("Kafka did not take an event: " + e.getMessage(), e);
        });
    }

    private static <T> T await(KafkaFuture<T> answer) throws InterruptedException {
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new CannotStartException("Kafka refuses: " + e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            throw new CannotStartException("Kafka does not answer", e);
        }
    }

    @Override
    public void close() {
        try {
            producer.close(Duration.ofSeconds(5));
        } catch (KafkaException e) {
            throw new CannotStartException("Kafka: " + e.getMessage(), e);
        } finally {
            admin.close(Duration.ofSeconds(5));
        }
    }
}
