package atlas.events.health;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;

/** Looks every few seconds whether Kafka answers, in every process, whoever leads. */
@ApplicationScoped
class KafkaWatch {

    private static final Logger LOG = Logger.getLogger(KafkaWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int PATIENCE_MILLIS = 4_000;

    private final Map<String, Object> kafka;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "kafka-watch");
    private volatile Standing standing = new Standing(false, now(), 0);

    KafkaWatch(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.kafka = new HashMap<>(kafka);
        this.kafka.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        this.kafka.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        this.kafka.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, PATIENCE_MILLIS);
    }

    /**
     * How it stands with Kafka.
     *
     * @param since when that began, as far as this process knows
     */
    record Standing(boolean isReached, Instant since, int brokers) {
    }

    void start(@Observes StartupEvent event, MeterRegistry meters) {
        Gauge.builder("atlas.kafka.reached", () -> standing.isReached() ? 1 : 0)
                .description("whether Kafka answers: 1, or 0 while events wait").register(meters);
        Gauge.builder("atlas.kafka.brokers", () -> standing.brokers()).description("brokers that Kafka says are there")
                .register(meters);
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) {
        stopping.countDown();
        thread.interrupt();
    }

    Standing standing() {
        return standing;
    }

    Object addresses() {
        return kafka.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG);
    }

    private void run() {
        while (stopping.getCount() > 0) {
            try (Admin admin = Admin.create(kafka)) {
                do {
                    look(admin);
                } while (!stopping.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
            } catch (InterruptedException e) {
                return;
            } catch (KafkaException e) { // such as an address that nobody knows
                found(0);
                LOG.debug("Kafka cannot be asked", e);
                pause();
            }
        }
    }

    private void look(Admin admin) throws InterruptedException {
        try {
            found(admin.describeCluster().nodes().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS).size());
        } catch (ExecutionException | TimeoutException e) {
            found(0);
        }
    }

    private void found(int brokers) {
        boolean reached = brokers > 0;
        if (reached != standing.isReached()) {
            LOG.info(reached ? "Kafka answers" : "Kafka does not answer: events wait");
        }
        standing = new Standing(reached, reached == standing.isReached() ? standing.since() : now(), brokers);
    }

    private void pause() {
        try {
            stopping.await(EVERY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Instant now() {
        return Instant.ofEpochMilli(System.currentTimeMillis());
    }
}
