package atlas.events.consumer;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.common.annotation.Identifier;

/** Starts consumers. */
@ApplicationScoped
public class EventConsumers {

    private final Map<String, Object> kafka;
    private final ConsumerPositions positions;
    private final BatchApplier applier;

    EventConsumers(@Identifier("default-kafka-broker") Map<String, Object> kafka, ConsumerPositions positions,
            BatchApplier applier) {
        this.kafka = kafka;
        this.positions = positions;
        this.applier = applier;
    }

    /**
     * Starts a consumer on a thread of its own. It waits for Kafka, for the topics and for the database as long as it takes.
     *
     * @param name under which its positions are kept
     * @param topicsInOrderOfDependence what an event names is brought by a topic before its own
     */
    public EventConsumer start(String name, List<String> topicsInOrderOfDependence, EventHandler handler) {
        EventConsumer consumer = new EventConsumer(name, topicsInOrderOfDependence, handler, new TopicReader.Settings(kafka),
                positions,
                applier);
        consumer.start();
        return consumer;
    }
}
