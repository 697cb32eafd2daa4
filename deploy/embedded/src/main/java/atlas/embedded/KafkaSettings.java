package atlas.embedded;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The settings of a broker that is a controller, too. */
record KafkaSettings(KafkaCluster cluster, int number) {

    private static final Map<String, String> FIXED = Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("controller.listener.names", "CONTROLLER"), Map.entry("inter.broker.listener.name", "PLAINTEXT"),
            Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
            Map.entry("offsets.topic.num.partitions", "4"), Map.entry("transaction.state.log.num.partitions", "4"),
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

    /** On one machine the others are near: a controller that says nothing for that long is gone. */
    private static final Map<String, String> AMONG_SEVERAL = Map.of("controller.quorum.election.timeout.ms", "500",
            "controller.quorum.fetch.timeout.ms", "2000", "controller.quorum.request.timeout.ms", "1000");

    void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.putAll(FIXED);
        properties.putAll(cluster.size() == 1 ? Map.of() : AMONG_SEVERAL);
        properties.putAll(copies());
        int port = cluster.ports().get(number - 1);
        int controllerPort = cluster.controllerPorts().get(number - 1);
        properties.setProperty("node.id", Integer.toString(number));
        properties.setProperty("log.dirs", cluster.storage(number).toString());
        properties.setProperty("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        properties.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        properties.setProperty("controller.quorum.voters", cluster.voters());
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
    }

    private Map<String, String> copies() {
        String copies = Integer.toString(cluster.copies());
        String acknowledged = Integer.toString(cluster.copiesAcknowledged());
        return Map.of("default.replication.factor", copies, "min.insync.replicas", acknowledged,
                "offsets.topic.replication.factor", copies,
                "transaction.state.log.replication.factor", copies, "transaction.state.log.min.isr", acknowledged,
                "share.coordinator.state.topic.replication.factor", copies,
                "share.coordinator.state.topic.min.isr", acknowledged);
    }
}
