package atlas.embedded;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The settings of the one broker that is its own controller. */
record KafkaSettings(Path logs, int port, int controllerPort) {

    private static final Map<String, String> FIXED = Map.ofEntries(
            Map.entry("process.roles", "broker,controller"), Map.entry("node.id", "1"),
            Map.entry("controller.listener.names", "CONTROLLER"), Map.entry("inter.broker.listener.name", "PLAINTEXT"),
            Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
            // One broker, so one copy of everything.
            Map.entry("default.replication.factor", "1"), Map.entry("min.insync.replicas", "1"),
            Map.entry("offsets.topic.replication.factor", "1"), Map.entry("offsets.topic.num.partitions", "4"),
            Map.entry("transaction.state.log.replication.factor", "1"), Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "4"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            // The log is the history that a consumer can rebuild from.
            Map.entry("log.retention.ms", "-1"), Map.entry("num.partitions", "12"),
            Map.entry("auto.create.topics.enable", "false"),
            // A broker that was killed may come back only when its controller has given up the one before.
            Map.entry("broker.session.timeout.ms", "2000"), Map.entry("broker.heartbeat.interval.ms", "500"),
            // A consumer that starts alone need not wait for others.
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            // One machine, shared with the services.
            Map.entry("num.network.threads", "2"), Map.entry("num.io.threads", "2"), Map.entry("background.threads", "2"),
            Map.entry("log.cleaner.threads", "1"), Map.entry("log.cleaner.dedupe.buffer.size", "8388608"),
            Map.entry("log.index.size.max.bytes", "1048576"), Map.entry("log.segment.bytes", "67108864"));

    void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.putAll(FIXED);
        properties.setProperty("log.dirs", logs.toString());
        properties.setProperty("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        properties.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        properties.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
    }
}
