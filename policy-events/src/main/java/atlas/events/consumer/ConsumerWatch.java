package atlas.events.consumer;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import atlas.events.health.Loop;
import atlas.events.health.Loops;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;

/** Shows how far a consumer is behind its topics, and that it goes on, while it runs. */
final class ConsumerWatch implements AutoCloseable {

    /** A batch is a transaction of some hundred events; before it, earlier topics may have to be read to their ends. */
    private static final Duration LONGEST_TURN = Duration.ofMinutes(10);

    private final String consumer;
    private final MultiGauge lag;
    private final Loop loop;

    ConsumerWatch(String consumer, MeterRegistry meters, Loops loops) {
        this.consumer = consumer;
        this.lag = MultiGauge.builder("atlas.consumer.lag")
                .description("messages of a topic that are not applied yet; of the leader").register(meters);
        this.loop = loops.of(consumer + "-consumer", LONGEST_TURN);
    }

    /** Another turn begins. */
    void turns() {
        loop.turns();
    }

    /** So many messages of each topic are left. */
    void left(Map<String, Long> messages) {
        List<Row<?>> rows = messages.entrySet().stream()
                .<Row<?>> map(of -> Row.of(Tags.of("consumer", consumer, "topic", of.getKey()), of.getValue())).toList();
        lag.register(rows, true);
    }

    /** Who no longer reads is behind nothing. */
    @Override
    public void close() {
        loop.close();
        lag.register(List.of(), true);
    }
}
