package atlas.local;

import java.nio.file.Path;
import java.time.Duration;

import atlas.embedded.KafkaBroker;
import atlas.embedded.KafkaCluster;

/** One of our own Kafka brokers. */
final class KafkaPart implements Part {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Those that stop last find no majority any more to say farewell to, and would wait for it. */
    private static final Duration PATIENCE_OF_SEVERAL = Duration.ofSeconds(3);

    private final KafkaCluster cluster;
    private final int number;
    private final Path log;

    KafkaPart(KafkaCluster cluster, int number, DataFolder data) {
        this.cluster = cluster;
        this.number = number;
        this.log = data.log(name());
    }

    @Override
    public Running start() {
        KafkaBroker broker = cluster.start(number, log);
        return new Running(broker.process(), "TERM", cluster.size() == 1 ? PATIENCE : PATIENCE_OF_SEVERAL);
    }

    @Override
    public String name() {
        return number == 1 ? "kafka" : "kafka-" + number;
    }

    @Override
    public int port() {
        return cluster.ports().get(number - 1);
    }

    @Override
    public int managementPort() {
        return 0;
    }

    @Override
    public Path log() {
        return log;
    }
}
