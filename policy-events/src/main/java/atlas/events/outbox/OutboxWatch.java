package atlas.events.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** Shows how many events wait to be published, and since when, in every process: also while the relay itself is held up. */
@ApplicationScoped
class OutboxWatch {

    private static final Logger LOG = Logger.getLogger(OutboxWatch.class);
    private static final long EVERY_MILLIS = 5_000;
    private static final String WAITING = """
            SELECT count(*), coalesce(extract(epoch FROM clock_timestamp() - min(appended_at)), 0)
            FROM outbox WHERE published_at IS NULL""";

    private final DataSource database;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "outbox-watch");
    private volatile Backlog backlog = Backlog.UNKNOWN;

    OutboxWatch(DataSource database) {
        this.database = database;
    }

    private record Backlog(double events, double seconds) {

        static final Backlog UNKNOWN = new Backlog(Double.NaN, Double.NaN);
    }

    void start(@Observes StartupEvent event, MeterRegistry meters) {
        Gauge.builder("atlas.outbox.backlog", () -> backlog.events()).description("events that are not published yet")
                .register(meters);
        Gauge.builder("atlas.outbox.oldest.age", () -> backlog.seconds()).baseUnit("seconds")
                .description("how long the oldest event that is not published yet has waited; 0 when none does")
                .register(meters);
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        thread.join(EVERY_MILLIS);
    }

    private void run() {
        try {
            do {
                look();
            } while (!stopping.await(EVERY_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(WAITING);
                ResultSet row = query.executeQuery()) {
            row.next();
            backlog = new Backlog(row.getDouble(1), row.getDouble(2));
        } catch (SQLException e) {
            backlog = Backlog.UNKNOWN;
            LOG.debug("nobody knows how many events wait", e);
        }
    }
}
