package atlas.scoring.applying;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import atlas.events.consumer.EventConsumers;
import atlas.events.consumer.LedConsumer;
import atlas.events.health.Loop;
import atlas.events.outbox.DatabaseAddress;
import atlas.events.outbox.Leadership;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Which of several replicas applies events. The leader consumes, writes, announces and turns the days; a follower
 * reads what the leader stored, about a second behind, and takes over from there when the lead is free.
 */
@ApplicationScoped
public class Lead {

    private static final Logger LOG = Logger.getLogger(Lead.class);
    /** All facts may have to be read from the database. */
    private static final Duration LONGEST_TURN = Duration.ofMinutes(10);

    private final LedConsumer consumer;
    private final Memory memory;
    private final FactApplier applier;
    private final Rebuild rebuild;
    private final Loop loop;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(Lead::thread);

    Lead(DatabaseAddress database, Memory memory, FactApplier applier, Rebuild rebuild, EventConsumers consumers) {
        this.consumer = new LedConsumer(new Leadership("scoring-applier", database), () -> {
            QuarkusTransaction.requiringNew().run(applier::lead);
            rebuild.begin();
            memory.refresh();
            return consumers.start("scoring", InputTopics.IN_ORDER, rebuild);
        });
        this.memory = memory;
        this.applier = applier;
        this.rebuild = rebuild;
        this.loop = consumers.lookedAfter("scoring-lead", LONGEST_TURN);
    }

    /** Readers find the memory filled: nothing is served before. */
    void start(@Observes StartupEvent event, @ConfigProperty(name = "atlas.scoring.look-every") Duration pause) {
        memory.refresh();
        watch.scheduleWithFixedDelay(this::look, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        watch.shutdown();
        watch.awaitTermination(8, TimeUnit.SECONDS);
        consumer.close();
        loop.close();
    }

    private void look() {
        loop.turns();
        try {
            if (!consumer.look()) {
                rebuild.follow();
                memory.refresh();
            } else if (applier.isReplaced()) {
                LOG.info("scores are to be rebuilt: begins another term");
                consumer.close();
            } else if (applier.dayHasCome()) {
                turnDay();
            } else {
                rebuild.tell();
            }
        } catch (RuntimeException e) {
            LOG.warnf("tries again: %s", e.getMessage());
            LOG.debug("what failed", e);
        }
    }

    private void turnDay() {
        try {
            QuarkusTransaction.requiringNew().run(() -> applier.apply(List.of()));
        } catch (RuntimeException e) {
            applier.rolledBack();
            throw e;
        }
        applier.committed();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "scoring-lead");
        thread.setDaemon(true);
        return thread;
    }
}
