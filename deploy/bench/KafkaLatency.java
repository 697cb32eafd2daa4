import java.io.File;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What the suite's broker alone takes from a producer to a consumer: by Kafka's own tool, and at a rate. Its topics are deleted after. */
final class KafkaLatency implements AutoCloseable {

    private static final int BYTES = 512;
    private static final int MESSAGES = 2_000;
    private static final String TOOL_TOPIC = "bench-end-to-end";
    private static final String TOPIC = "bench-open-loop";

    private final String servers;
    private final Admin admin;

    KafkaLatency(Suite suite) throws Exception {
        servers = "127.0.0.1:" + suite.port("kafka");
        admin = Admin.create(Map.of("bootstrap.servers", servers));
        remove();
        admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1), new NewTopic(TOOL_TOPIC, 1, (short) 1))).all().get(30, TimeUnit.SECONDS);
    }

    /** org.apache.kafka.tools.EndToEndLatency: one message after the other. Its percentiles are whole milliseconds, its average is exact. */
    void endToEnd() throws Exception {
        String java = System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
        Process tool = new ProcessBuilder(java, "-Xmx128m", "-cp", System.getProperty("java.class.path"), "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "org.apache.kafka.tools.EndToEndLatency", servers, TOOL_TOPIC, Integer.toString(MESSAGES), "all", Integer.toString(BYTES))
                .redirectErrorStream(true).start();
        String said = new String(tool.getInputStream().readAllBytes());
        if (tool.waitFor() != 0) {
            throw new IllegalStateException("EndToEndLatency failed: " + said);
        }
        System.out.printf("Kafka's EndToEndLatency, %d messages of %d B, acks=all: average %s, %s%n", MESSAGES, BYTES,
                Suite.find(said, "Avg latency: ([0-9.]+ ms)"), Suite.find(said, "Percentiles: ([^\\n]+)"));
    }

    /** Messages that are due at a rate, each from when it was due to its arrival. */
    Times openLoop(int count, int perSecond) throws Exception {
        CompletableFuture<long[]> arrivals = new CompletableFuture<>();
        CompletableFuture<Void> ready = new CompletableFuture<>();
        Thread consuming = new Thread(() -> consume(count, ready, arrivals), "consumer");
        consuming.setDaemon(true);
        consuming.start();
        ready.get(30, TimeUnit.SECONDS);
        long[] due = new long[count];
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(Map.of("bootstrap.servers", servers, "acks", "all", "linger.ms", 0),
                new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.partitionsFor(TOPIC);
            long start = System.nanoTime();
            for (int i = 0; i < count; i++) {
                due[i] = start + i * TimeUnit.SECONDS.toNanos(1) / perSecond;
                for (long left = due[i] - System.nanoTime(); left > 0; left = due[i] - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                producer.send(new ProducerRecord<>(TOPIC, ByteBuffer.allocate(BYTES).putInt(i).array()));
            }
            long[] times = arrivals.get(30, TimeUnit.SECONDS);
            for (int i = 0; i < count; i++) {
                times[i] -= due[i];
            }
            return Times.of(times);
        }
    }

    private void consume(int count, CompletableFuture<Void> ready, CompletableFuture<long[]> arrivals) {
        long[] times = new long[count];
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", servers, "enable.auto.commit", "false",
                "fetch.max.wait.ms", 0), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition part = new TopicPartition(TOPIC, 0);
            consumer.assign(List.of(part));
            consumer.seekToEnd(List.of(part));
            consumer.position(part);
            ready.complete(null);
            for (int heard = 0; heard < count;) {
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(Duration.ofSeconds(1))) {
                    times[ByteBuffer.wrap(message.value()).getInt()] = System.nanoTime();
                    heard++;
                }
            }
            arrivals.complete(times);
        } catch (RuntimeException e) {
            ready.completeExceptionally(e);
            arrivals.completeExceptionally(e);
        }
    }

    private void remove() throws Exception {
        List<String> there = admin.listTopics().names().get(30, TimeUnit.SECONDS).stream()
                .filter(topic -> Stream.of(TOPIC, TOOL_TOPIC).anyMatch(topic::equals)).toList();
        admin.deleteTopics(there).all().get(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws Exception {
        remove();
        admin.close();
    }
}
