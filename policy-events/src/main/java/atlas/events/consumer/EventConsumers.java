package atlas.events.consumer;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import atlas.events.health.Loop;
import io.smallrye.common.annotation.Identifier;

/** Starts consumers. */
@ApplicationScoped
public class EventConsumers {

    private final TopicReader.Settings settings;
    private final ConsumerPositions positions;
    private final BatchApplier applier;
    private final ParkedTries tries;
    private final ConsumerWatches watches;

    EventConsumers(@Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "atlas.consumer.look-again-after", defaultValue = "30s") Duration lookAgainAfter,
            ConsumerPositions positions, BatchApplier applier, ParkedTries tries, ConsumerWatches watches) {
        this.settings = new TopicReader.Settings(kafka, lookAgainAfter);
        this.positions = positions;
        this.applier = applier;
        this.tries = tries;
        this.watches = watches;
    }

    /** The loop in which somebody looks after a consumer; a turn may take so long at most. */
    public Loop lookedAfter(String name, Duration patience) {
        return watches.loop(name, patience);
    }

    /**
     * Starts a consumer on a thread of its own. It waits for Kafka, for the topics and for the database as long as it takes.
     *
     * @param name under which its positions are kept
     * @param topicsInOrderOfDependence what an event names is brought by a topic before its own
     */
    public EventConsumer start(String name, List<String> topicsInOrderOfDependence, EventHandler handler) {
        Redrive redrive = new Redrive(name, topicsInOrderOfDependence, handler, tries);
        EventConsumer consumer = new EventConsumer(name, topicsInOrderOfDependence, handler,
                new EventConsumer.Tools(settings, positions, applier, redrive, watches.of(name)));
        consumer.start();
        return consumer;
    }
}
