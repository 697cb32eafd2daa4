package atlas.local;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

import atlas.embedded.Databases;

/** Fills Kafka's topics with what the databases know, while no service runs. */
final class TopicsAnew {

    private final Databases databases;
    private final Map<String, Object> kafka;
    private final Console console;

    TopicsAnew(Databases databases, Map<String, Object> kafka, Console console) {
        this.databases = databases;
        this.kafka = kafka;
        this.console = console;
    }

    void fill(EmptyTopics.Shape shape, boolean replace) throws SQLException, InterruptedException {
        long begin = System.nanoTime();
        Outboxes outboxes = new Outboxes(databases);
        outboxes.requireIdle();
        KnownEvents known = new KnownEvents(databases);
        try (EmptyTopics topics = new EmptyTopics(kafka)) {
            topics.prepare(shape, replace);
            console.say("filling the topics from the databases…");
            long counties = known.counties(topics::send);
            long changes = known.changes(topics::send);
            topics.finish();
            int again = outboxes.publishAgainWhatTheFeedLacks();
            console.say("topics filled with " + counties + " counties and " + changes + " changes in "
                    + Console.seconds(Duration.ofNanos(System.nanoTime() - begin)) + "; " + again
                    + " events that the feed lacks will be published by their services");
        }
    }
}
