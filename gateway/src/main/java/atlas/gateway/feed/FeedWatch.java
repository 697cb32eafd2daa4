package atlas.gateway.feed;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Looks where the feed ends, whichever replica numbers the events, and tells when it has grown: at once in the one that leads,
 * a moment later in the others.
 */
@ApplicationScoped
public class FeedWatch {

    private static final Logger LOG = Logger.getLogger(FeedWatch.class);

    private final FeedStore store;
    private final Event<FeedGrown> news;
    private final long pause;
    private final Semaphore wakeUps = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "feed-watch");
    private volatile FeedHead shown;
    private volatile boolean stopping;
    private boolean failing;

    FeedWatch(FeedStore store, Event<FeedGrown> news, FeedConfig config) {
        this.store = store;
        this.news = news;
        this.pause = config.lookEvery().toMillis();
    }

    /** Readers find the end of the feed known: nothing is served before. */
    void start(@Observes @Priority(100) StartupEvent event, MeterRegistry meters) {
        look();
        Gauge.builder("atlas.feed.head", () -> shown.last()).description("number of the last event of the feed")
                .register(meters);
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        stopping = true;
        lookNow();
        thread.join(TimeUnit.SECONDS.toMillis(5));
    }

    /** Has the feed looked at now rather than at the next interval. */
    void lookNow() {
        wakeUps.release();
    }

    private void run() {
        try {
            while (!stopping) {
                if (wakeUps.tryAcquire(pause, TimeUnit.MILLISECONDS)) {
                    wakeUps.drainPermits();
                }
                lookOrComplain();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookOrComplain() {
        try {
            look();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warnf("the feed cannot be followed for now: %s", e.getMessage());
            }
            failing = true;
        }
    }

    private void look() {
        FeedHead head = store.head();
        if (!head.equals(shown)) {
            news.fire(new FeedGrown(head)); // when somebody cannot take it, it is told again
            shown = head;
        }
    }
}
