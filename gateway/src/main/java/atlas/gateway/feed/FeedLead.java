package atlas.gateway.feed;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import atlas.events.Topics;
import atlas.events.consumer.EventConsumers;
import atlas.events.consumer.LedConsumer;
import atlas.events.health.Loop;
import atlas.events.outbox.DatabaseAddress;
import atlas.events.outbox.Leadership;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** Which of several replicas reads the topics and numbers the events. All of them read the feed from the database. */
@ApplicationScoped
class FeedLead {

    private static final Logger LOG = Logger.getLogger(FeedLead.class);
    private static final List<String> TOPICS = List.of(Topics.COUNTY_POLICY_CHANGES, Topics.STATE_LAW_CHANGES,
            Topics.SCORE_CHANGES);
    private static final Duration LONGEST_TURN = Duration.ofMinutes(5);

    private final LedConsumer consumer;
    private final FeedWriter writer;
    private final FeedRebuilds rebuilds;
    private final Loop loop;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(FeedLead::thread);

    FeedLead(DatabaseAddress database, Numbering numbering, FeedWriter writer, FeedRebuilds rebuilds,
            EventConsumers consumers) {
        this.consumer = new LedConsumer(new Leadership("feed", database), () -> {
            writer.lead(QuarkusTransaction.requiringNew().call(numbering::begin));
            return consumers.start("feed", TOPICS, writer);
        });
        this.writer = writer;
        this.rebuilds = rebuilds;
        this.loop = consumers.lookedAfter("feed-lead", LONGEST_TURN);
    }

    void start(@Observes StartupEvent event, FeedConfig config) {
        watch.scheduleWithFixedDelay(this::look, 0, config.leadEvery().toMillis(), TimeUnit.MILLISECONDS);
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
            if (consumer.look() && writer.isReplaced()) {
                LOG.info("the feed is to be made anew: begins another term");
                consumer.close();
            } else {
                rebuilds.showWhatIsComplete();
            }
        } catch (RuntimeException e) {
            LOG.warnf("tries again: %s", e.getMessage());
            LOG.debug("what failed", e);
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "feed-lead");
        thread.setDaemon(true);
        return thread;
    }
}
