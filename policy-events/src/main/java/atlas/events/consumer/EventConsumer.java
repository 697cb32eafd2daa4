package atlas.events.consumer;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

import atlas.events.consumer.BatchApplier.TryAgainException;

/**
 * Reads all partitions of its topics and has each batch applied exactly once: the positions are kept in the database, in the
 * transaction
 * of the effects, so that after any crash it goes on where the effects end. While Kafka or the database is out of reach it
 * waits and
 * tries again, from the kept positions.
 */
public final class EventConsumer implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EventConsumer.class);
    private static final long SHORTEST_PAUSE_MILLIS = 250;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;

    private final String name;
    private final List<String> topics;
    private final EventHandler handler;
    private final TopicReader.Settings settings;
    private final ConsumerPositions positions;
    private final BatchApplier applier;
    private final Thread thread;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile TopicReader reader;
    private volatile boolean stopping;
    private long pause = SHORTEST_PAUSE_MILLIS;

    EventConsumer(String name, List<String> topics, EventHandler handler, TopicReader.Settings settings,
            ConsumerPositions positions,
            BatchApplier applier) {
        this.name = name;
        this.topics = List.copyOf(topics);
        this.handler = handler;
        this.settings = settings;
        this.positions = positions;
        this.applier = applier;
        this.thread = new Thread(this::run, name + "-consumer");
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Stops after the batch that is under way, and returns when no more is applied. */
    @Override
    public void close() {
        stopping = true;
        TopicReader current = reader;
        if (current != null) {
            current.wakeUp();
        }
        stopped.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopping) {
            try (TopicReader opened = TopicReader.open(settings, topics)) {
                reader = opened;
                opened.seek(kept());
                readOn();
            } catch (WakeupException e) {
                LOG.debugf("%s was woken to stop", name);
            } catch (InterruptedException e) {
                stopping = true;
            } catch (KafkaException | ExecutionException | TimeoutException | SQLException | TryAgainException e) {
                waitBeforeNextTry(e);
            } catch (RuntimeException e) {
                LOG.errorf(e, "%s failed and starts again", name);
                waitBeforeNextTry(e);
            }
        }
    }

    private void readOn() throws SQLException {
        while (!stopping) {
            EventBatch batch = EventBatch.of(reader.poll(Duration.ofSeconds(1)));
            if (!batch.isEmpty()) {
                applyWithDependencies(batch);
            }
            pause = SHORTEST_PAUSE_MILLIS;
        }
    }

    private void applyWithDependencies(EventBatch batch) throws SQLException {
        try {
            applier.apply(name, handler, batch, reader.topicIds());
        } catch (MissingDependencyException missing) {
            for (String topic : topics.subList(0, topics.size() - 1)) {
                applyRest(topic);
            }
            applyParkingWhatIsMissing(batch);
            reader.seek(kept());
        }
    }

    private void applyRest(String topic) throws SQLException {
        List<ConsumerRecord<byte[], byte[]>> rest = reader.rest(topic, kept());
        if (!rest.isEmpty()) {
            applyParkingWhatIsMissing(EventBatch.of(rest));
        }
    }

    private void applyParkingWhatIsMissing(EventBatch batch) {
        while (true) {
            try {
                applier.apply(name, handler, batch, reader.topicIds());
                return;
            } catch (MissingDependencyException missing) {
                batch.park(missing.event(), missing.getMessage());
            }
        }
    }

    private Map<TopicPartition, Long> kept() throws SQLException {
        return positions.load(name, reader.topicIds());
    }

    private void waitBeforeNextTry(Exception reason) {
        pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
        LOG.infof("%s waits %d ms: %s", name, pause, reason.getMessage());
        try {
            if (stopped.await(pause, TimeUnit.MILLISECONDS)) {
                stopping = true;
            }
        } catch (InterruptedException e) {
            stopping = true;
        }
    }
}
