package atlas.gateway.webhook.sending;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import org.jboss.logging.Logger;

import atlas.events.health.Loop;
import atlas.events.health.Loops;
import atlas.events.outbox.DatabaseAddress;
import atlas.events.outbox.Leadership;
import atlas.gateway.feed.FeedGrown;
import atlas.gateway.webhook.WebhookConfig;
import atlas.gateway.webhook.delivery.DeliveriesDue;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Sends in one of several replicas at a time. The growth of the feed wakes it, whoever numbered the events; it also looks by
 * itself. One that was replaced and does not know yet may send what its successor sends too: the receiver then gets it twice.
 */
@ApplicationScoped
class SendingLead {

    private static final Logger LOG = Logger.getLogger(SendingLead.class);
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final long END_MILLIS = 5_000;
    private static final long A_WHILE_MILLIS = 100;
    private static final Duration LONGEST_TURN = Duration.ofMinutes(5);

    private final Leadership leadership;
    private final Round round;
    private final Sweep sweep;
    private final long pause;
    private final Loop loop;
    private final Semaphore wakeUps = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "webhook-lead");
    private volatile boolean stopping;

    SendingLead(DatabaseAddress database, Round round, Sweep sweep, WebhookConfig config, Loops loops) {
        this.leadership = new Leadership("webhooks", database);
        this.round = round;
        this.sweep = sweep;
        this.pause = config.lookEvery().toMillis();
        this.loop = loops.of("webhook-lead", LONGEST_TURN);
    }

    void start(@Observes StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    /** What is under way may end; what does not is sent again by the next. */
    void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        stopping = true;
        wake();
        thread.join(END_MILLIS);
        for (long waited = 0; waited < END_MILLIS && !round.isOver(); waited += A_WHILE_MILLIS) {
            wakeUps.tryAcquire(A_WHILE_MILLIS, TimeUnit.MILLISECONDS);
        }
        leadership.close();
        loop.close();
    }

    void grown(@Observes FeedGrown grown) {
        wake();
    }

    void due(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeliveriesDue due) {
        wake();
    }

    private void wake() {
        wakeUps.release();
    }

    private void run() {
        long wait = 0;
        while (pause(wait)) {
            loop.turns();
            try {
                look();
                wait = pause;
            } catch (RuntimeException e) {
                wait = Math.min(Math.max(wait, pause) * 2, LONGEST_PAUSE_MILLIS);
                LOG.warnf("webhooks wait %d ms: %s", wait, e.getMessage());
                LOG.debug("what failed", e);
            }
        }
    }

    private void look() {
        if (!leadership.tryAcquire()) {
            round.rest();
        } else if (leadership.held()) {
            round.begin(this::wake);
            sweep.look();
        } else {
            LOG.warn("lost the lead and sends no more");
            leadership.close();
        }
    }

    /** False when there is nothing more to be done. */
    private boolean pause(long millis) {
        try {
            if (wakeUps.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                wakeUps.drainPermits();
            }
            return !stopping;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
