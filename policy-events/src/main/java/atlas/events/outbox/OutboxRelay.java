package atlas.events.outbox;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import atlas.events.health.Loop;
import atlas.events.health.Loops;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Publishes what is in the outbox, in order, on a thread of its own. Of several replicas one relays; another takes over when it
 * is gone.
 * An event may be published twice (a leader that lost its lock unawares, a crash between acknowledgement and mark), never left
 * out.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    /** Kafka is waited for a minute at most, the database as long as its timeouts say. */
    private static final Duration LONGEST_TURN = Duration.ofMinutes(3);

    private final OutboxConfig config;
    private final TopicSetup topics;
    private final OutboxPublisher publisher;
    private final Leadership leadership;
    private final Loop loop;
    private final Semaphore wakeUps = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "outbox-relay");
    private volatile boolean stopping;

    OutboxRelay(OutboxConfig config, DatabaseAddress database, TopicSetup topics, OutboxPublisher publisher,
            Loops loops) {
        this.config = config;
        this.topics = topics;
        this.publisher = publisher;
        this.leadership = new Leadership("outbox-relay", database);
        this.loop = loops.of("outbox-relay", LONGEST_TURN);
    }

    /** Has the outbox looked at now rather than at the next interval. */
    void wake() {
        wakeUps.release();
    }

    void start(@Observes StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        stopping = true;
        wake();
        thread.join(TimeUnit.SECONDS.toMillis(5));
        loop.close();
        publisher.close();
        leadership.close();
    }

    private void run() {
        long pause = config.pollInterval().toMillis();
        while (!stopping) {
            loop.turns();
            try {
                pause(relayOnce() ? 0 : config.pollInterval().toMillis());
                pause = config.pollInterval().toMillis();
            } catch (SQLException | RuntimeException e) {
                leadership.close();
                pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
                LOG.warnf("the relay pauses %d ms: %s", pause, e.getMessage());
                LOG.debug("what stopped the relay", e);
                pause(pause);
            }
        }
    }

    /** True when there may be more to publish at once. */
    private boolean relayOnce() throws SQLException {
        if (!leadership.tryAcquire()) {
            return false;
        }
        topics.ensure();
        return publisher.publishNext(leadership.connection());
    }

    private void pause(long millis) {
        try {
            if (millis > 0 && wakeUps.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                wakeUps.drainPermits();
            }
        } catch (InterruptedException e) {
            stopping = true;
        }
    }
}
