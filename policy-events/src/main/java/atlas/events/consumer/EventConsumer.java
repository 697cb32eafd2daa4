package atlas.events.consumer;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

import atlas.events.consumer.BatchApplier.TryAgainException;

/**
 * Reads all partitions of its topics and has each batch applied exactly once: the positions are kept in the database, in the
 * transaction of the effects, so that after any crash it goes on where the effects end. While Kafka or the database is out of
 * reach it waits and tries again, with the batch that was under way, then from the kept positions.
 */
public final class EventConsumer implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EventConsumer.class);
    private static final long SHORTEST_PAUSE_MILLIS = 250;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;
    /** No fault, and soon over: those who write the topics start at the same time as we do, and make them. */
    private static final long LONGEST_PAUSE_BEFORE_TOPICS_MILLIS = 500;

    private final String name;
    private final List<String> topics;
    private final EventHandler handler;
    private final Tools with;
    private final Thread thread;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile TopicReader reader;
    private volatile boolean stopping;
    private EventBatch unfinished;
    private long pause = SHORTEST_PAUSE_MILLIS;

    EventConsumer(String name, List<String> topics, EventHandler handler, Tools with) {
        this.name = name;
        this.topics = List.copyOf(topics);
        this.handler = handler;
        this.with = with;
        this.thread = new Thread(this::run, name + "-consumer");
    }

    /** What a consumer works with. */
    record Tools(TopicReader.Settings settings, ConsumerPositions positions, BatchApplier applier, Redrive redrive,
            ConsumerWatch watch) {
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
        with.redrive().close();
        with.watch().close();
    }

    private void run() {
        while (!stopping) {
            with.watch().turns();
            try (TopicReader opened = TopicReader.open(with.settings(), topics)) {
                reader = opened;
                finish();
                opened.seek(kept());
                readOn();
            } catch (WakeupException e) {
                LOG.debugf("%s was woken to stop", name);
            } catch (TryAgainException e) {
                unfinished = e.batch();
                waitBeforeNextTry(e);
            } catch (UnknownTopicOrPartitionException e) {
                waitBeforeNextTry(e, LONGEST_PAUSE_BEFORE_TOPICS_MILLIS);
            } catch (KafkaException | SQLException e) {
                waitBeforeNextTry(e);
            } catch (RuntimeException e) {
                LOG.errorf(e, "%s failed and starts again", name);
                waitBeforeNextTry(e);
            }
        }
    }

    /** A batch whose commit got no answer may be committed, but the handler could not show it: so it is handed over again. */
    private void finish() throws SQLException {
        if (unfinished != null && unfinished.topicIds().equals(reader.topicIds())) {
            apply(unfinished, topics.size() - 1);
        }
        unfinished = null;
    }

    private void readOn() throws SQLException {
        while (!stopping) {
            EventBatch batch = nextBatch(with.redrive().work() ? Duration.ZERO : Duration.ofSeconds(1));
            if (!batch.isEmpty() && !apply(batch, topics.size() - 1)) {
                reader.seek(kept());
            }
            if (reader.isAtLimits()) {
                handler.reachedLimits();
            }
            with.watch().left(reader.lag());
            pause = SHORTEST_PAUSE_MILLIS;
        }
    }

    private EventBatch nextBatch(Duration timeout) {
        with.watch().turns();
        reader.limit(handler.limits(reader.topicIds()));
        EventBatch batch = with.applier().read(name, reader.poll(timeout), reader.topicIds());
        with.redrive().comes(batch);
        return batch;
    }

    /**
     * Applies a batch. When something is missing, the topics that may bring it are read first; what is missing still is parked.
     *
     * @param earlier how many topics may bring what is missing
     * @return false when the reader was moved
     */
    private boolean apply(EventBatch batch, int earlier) throws SQLException {
        try {
            with.applier().apply(name, handler, batch);
            return true;
        } catch (MissingDependencyException missing) {
            for (int topic = 0; topic < earlier; topic++) {
                readToTheEnd(topic);
            }
            applyParkingWhatIsMissing(batch);
            return false;
        }
    }

    /** Reads a topic to its end as it is now. */
    private void readToTheEnd(int topic) throws SQLException {
        Map<TopicPartition, Long> end = reader.end(topics.get(topic));
        reader.seekOn(topics.get(topic), kept());
        while (reader.isBefore(end)) {
            EventBatch batch = nextBatch(Duration.ofMillis(100));
            if (!batch.isEmpty() && !apply(batch, topic)) {
                reader.seekOn(topics.get(topic), kept());
            }
        }
    }

    private void applyParkingWhatIsMissing(EventBatch batch) {
        while (true) {
            try {
                with.applier().apply(name, handler, batch);
                return;
            } catch (MissingDependencyException missing) {
                batch.park(missing);
            }
        }
    }

    private Map<TopicPartition, Long> kept() throws SQLException {
        return with.positions().load(name, reader.topicIds());
    }

    private void waitBeforeNextTry(Exception reason) {
        waitBeforeNextTry(reason, LONGEST_PAUSE_MILLIS);
    }

    private void waitBeforeNextTry(Exception reason, long longestMillis) {
        pause = Math.min(pause * 2, longestMillis);
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
