package atlas.gateway.stream;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import atlas.gateway.feed.FeedGrown;
import io.netty.channel.EventLoop;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/** All who listen, by the thread of their connections: what concerns all is one task for each thread, and one timer. */
@Singleton
class Subscribers {

    private static final long LONGEST_TICK_MILLIS = 1_000;

    private final RecentEvents recent;
    private final StreamMeters meters;
    private final StreamConfig config;
    private final long tickMillis;
    private final Map<EventLoop, Crowd> crowds = new ConcurrentHashMap<>();
    private volatile boolean closed;

    Subscribers(RecentEvents recent, StreamMeters meters, StreamConfig config) {
        this.recent = recent;
        this.meters = meters;
        this.config = config;
        this.tickMillis = Math.max(1, Math.min(LONGEST_TICK_MILLIS, config.heartbeat().toMillis() / 5));
    }

    /** Those whose connections one thread serves. */
    private record Crowd(Set<Subscriber> members, AtomicBoolean advancing) {
    }

    void start(@Observes StartupEvent event, Vertx vertx) {
        vertx.setPeriodic(tickMillis, tick -> crowds.forEach((loop, crowd) -> loop.execute(() -> look(crowd))));
    }

    boolean isClosed() {
        return closed;
    }

    void add(Subscriber subscriber) {
        crowd(subscriber).members().add(subscriber);
    }

    void remove(Subscriber subscriber) {
        crowd(subscriber).members().remove(subscriber);
        subscriber.gone();
    }

    private Crowd crowd(Subscriber subscriber) {
        return crowds.computeIfAbsent(subscriber.line().channel().eventLoop(),
                loop -> new Crowd(ConcurrentHashMap.newKeySet(), new AtomicBoolean()));
    }

    void grown(@Observes FeedGrown news) {
        if (recent.follow(news.head())) {
            crowds.forEach((loop, crowd) -> {
                if (crowd.advancing().compareAndSet(false, true)) {
                    loop.execute(() -> advance(crowd));
                }
            });
        } else {
            all(Subscriber::end); // another feed: they come back and are told
        }
    }

    private static void advance(Crowd crowd) {
        crowd.advancing().set(false);
        crowd.members().forEach(Subscriber::advance);
    }

    private void look(Crowd crowd) {
        long quiet = config.heartbeat().toNanos() - tickMillis * 1_000_000;
        for (Subscriber subscriber : crowd.members()) {
            if (subscriber.isStuck(config.patience().toNanos())) {
                meters.dropped();
                subscriber.drop();
            } else {
                subscriber.beat(quiet);
            }
        }
    }

    /** Before the gateway waits for the requests that are under way: these would never end by themselves. */
    void close(@Observes ShutdownDelayInitiatedEvent event) {
        close();
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) {
        close();
    }

    void close() {
        closed = true;
        all(Subscriber::end);
    }

    private void all(Consumer<Subscriber> task) {
        crowds.forEach((loop, crowd) -> loop.execute(() -> crowd.members().forEach(task)));
    }
}
