package atlas.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {

    private static final String TOPIC = "county-policy-changes";

    @TempDir
    private Path folder;

    private final List<Integer> ports = FreePorts.some(2);
    private KafkaBroker broker;

    @BeforeEach
    void start() {
        broker = KafkaBroker.start(folder.resolve("kafka"), folder.resolve("kafka.log"), ports.get(0), ports.get(1));
    }

    @AfterEach
    void abandon() {
        broker.abandon();
    }

    @Test
    void keepsWhatItAcknowledgedWhenKilled() throws Exception {
        createTopic();
        send("24031", "before");

        ChildProcess.signal(broker.pid(), "KILL");
        assertTrue(Waiting.until(Duration.ofSeconds(60), () -> !broker.isAlive()));
        start();
        send("24031", "after");

        assertEquals(List.of("before", "after"), received(2));
    }

    @Test
    void startsAgainOnItsDataAfterAStop() throws Exception {
        createTopic();
        send("06037", "kept");

        broker.stop();
        assertFalse(broker.isAlive());
        start();

        assertEquals(List.of("kept"), received(1));
    }

    @Test
    void makesNoTopicThatNobodyAskedFor() throws Exception {
        try (Admin admin = Admin.create(client())) {
            ExecutionException failure = assertThrows(ExecutionException.class,
                    () -> admin.describeTopics(List.of("mistyped")).allTopicNames().get());

            assertTrue(failure.getCause() instanceof UnknownTopicOrPartitionException, failure::toString);
        }
    }

    private void createTopic() throws Exception {
        try (Admin admin = Admin.create(client())) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    private void send(String key, String value) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(client(), new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, key, value)).get();
        }
    }

    private List<String> received(int count) {
        TopicPartition partition = new TopicPartition(TOPIC, 0);
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(client(), new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            List<String> values = new ArrayList<>();
            Waiting.until(Duration.ofSeconds(60), () -> {
                consumer.poll(Duration.ofMillis(200)).records(partition).stream().map(ConsumerRecord::value)
                        .forEach(values::add);
                return values.size() >= count;
            });
            return values;
        }
    }

    private Map<String, Object> client() {
        return Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all");
    }
}
