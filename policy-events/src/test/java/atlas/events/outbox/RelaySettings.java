package atlas.events.outbox;

import java.time.Duration;
import java.util.List;

/** Settings of a relay that a test makes by hand. */
record RelaySettings(Duration pollInterval, int batchSize, Duration keep, int partitions, short replicas, List<String> topics)
        implements
            OutboxConfig {

    static RelaySettings of(String... topics) {
        return new RelaySettings(Duration.ofMillis(50), 100, Duration.ofDays(7), 12, (short) 1, List.of(topics));
    }

    RelaySettings withReplicas(int wanted) {
        return new RelaySettings(pollInterval, batchSize, keep, partitions, (short) wanted, topics);
    }
}
