package atlas.events.consumer;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;

/** Shows how many messages of each topic are parked and neither applied since nor discarded. */
final class OpenParked implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final String consumer;
    private final List<String> topics;
    private final ParkedTries tries;
    private final MultiGauge gauge;
    private long lookAt = System.nanoTime();

    OpenParked(String consumer, List<String> topics, ParkedTries tries, MeterRegistry meters) {
        this.consumer = consumer;
        this.topics = topics;
        this.tries = tries;
        this.gauge = MultiGauge.builder("atlas.events.parked.open")
                .description("messages that could not be applied and are neither applied since nor discarded; of the leader")
                .register(meters);
        topics.forEach(topic -> ParkedMessages.counter(meters, topic)); // there from the start, at 0
    }

    /** Counts anew, unless it has just been done. */
    void look() throws SQLException {
        if (System.nanoTime() - lookAt < 0) {
            return;
        }
        Map<String, Long> counts = tries.open(consumer);
        gauge.register(topics.stream().map(topic -> Row.of(Tags.of("consumer", consumer, "topic", topic),
                counts.getOrDefault(topic, 0L))).toList(), true);
        lookAt = System.nanoTime() + PAUSE.toNanos();
    }

    /** Who no longer leads counts no longer. */
    @Override
    public void close() {
        gauge.register(List.of(), true);
    }
}
