package atlas.local;

import java.nio.file.Path;
import java.time.Duration;

import atlas.embedded.KafkaBroker;

/** Our own Kafka broker. */
final class KafkaPart implements Part {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DataFolder data;
    private final Ports ports;
    private final Path log;

    KafkaPart(DataFolder data, Ports ports) {
        this.data = data;
        this.ports = ports;
        this.log = data.log(name());
    }

    @Override
    public Running start() {
        KafkaBroker broker = KafkaBroker.start(data.kafka(), log, ports.kafka(), ports.kafkaController());
        return new Running(broker.process(), "TERM", PATIENCE);
    }

    String bootstrapServers() {
        return "127.0.0.1:" + ports.kafka();
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public int port() {
        return ports.kafka();
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
