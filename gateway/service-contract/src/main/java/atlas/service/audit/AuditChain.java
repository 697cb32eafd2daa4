package atlas.service.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import atlas.events.health.Loop;
import atlas.events.health.Loops;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Seals new entries of the audit one behind the other, on a thread of its own, after their transactions have committed: writers
 * never wait for each other because of it. Of several replicas one does it at a time.
 */
@ApplicationScoped
@IfBuildProperty(name = "atlas.audit.sealed", stringValue = "true")
public class AuditChain {

    private static final Logger LOG = Logger.getLogger(AuditChain.class);
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final Duration LONGEST_TURN = Duration.ofMinutes(5);

    private final DataSource database;
    private final long interval;
    private final Loop loop;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "audit-chain");

    AuditChain(DataSource database, Loops loops,
            @ConfigProperty(name = "atlas.audit.chain-interval", defaultValue = "500ms") Duration interval) {
        this.database = database;
        this.interval = interval.toMillis();
        this.loop = loops.of("audit-chain", LONGEST_TURN);
    }

    void start(@Observes StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        thread.join(TimeUnit.SECONDS.toMillis(5));
        loop.close();
    }

    private void run() {
        long pause = interval;
        try {
            while (!stopping.await(pause, TimeUnit.MILLISECONDS)) {
                loop.turns();
                pause = next(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Seals what waits; how long to pause after it. */
    private long next(long pause) {
        try (Connection connection = database.getConnection()) {
            return ChainLinks.append(connection) ? 0 : interval;
        } catch (SQLException | RuntimeException e) {
            long longer = Math.min(Math.max(pause, interval) * 2, LONGEST_PAUSE_MILLIS);
            LOG.warnf("the chain of the audit pauses %d ms: %s", longer, e.getMessage());
            LOG.debug("what stopped it", e);
            return longer;
        }
    }
}
