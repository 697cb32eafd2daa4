package atlas.gateway.stream;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import atlas.gateway.feed.FeedGrown;
import atlas.gateway.feed.FeedStore;
import atlas.gateway.key.Caller;
import atlas.gateway.limit.LimitConfig;
import atlas.service.problem.ProblemException;
import atlas.service.time.Today;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;

/** The streams of another replica on the same database: with a memory, subscribers and a server of its own. */
final class Replica implements AutoCloseable {

    /** From this machine nothing is counted, and nothing comes from elsewhere. */
    private record Exempt() implements LimitConfig {

        @Override
        public boolean exemptLoopback() {
            return true;
        }

        @Override
        public int anonymousPerMinute() {
            return 0;
        }

        @Override
        public int keyPerMinute() {
            return 0;
        }
    }

    private final Subscribers subscribers;
    private final HttpServer server;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();

    Replica(Vertx vertx, FeedStore store, StreamConfig config, Today time) throws Exception {
        StreamLimits limits = new StreamLimits(config, new Exempt());
        StreamMeters meters = new StreamMeters(new SimpleMeterRegistry(), limits);
        RecentEvents recent = new RecentEvents(store, config);
        this.subscribers = new Subscribers(recent, meters, config);
        Subscriber.Delivery delivery = new Subscriber.Delivery(recent, new History(store, vertx, config), meters);
        EventStream stream = new EventStream(subscribers, limits, delivery, config, time);
        subscribers.grown(new FeedGrown(store.head()));
        watch.scheduleWithFixedDelay(() -> subscribers.grown(new FeedGrown(store.head())), 0, Duration.ofMillis(20).toMillis(),
                TimeUnit.MILLISECONDS);
        Router router = Router.router(vertx);
        router.route().handler(context -> {
            context.put("atlas.caller", Caller.ANONYMOUS);
            stream.serve(context);
        });
        router.route().failureHandler(context -> context.response()
                .setStatusCode(((ProblemException) context.failure()).kind().status()).end());
        this.server = vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").toCompletionStage()
                .toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    int port() {
        return server.actualPort();
    }

    /** As the gateway does when it is told to go. */
    @Override
    public void close() {
        subscribers.close();
        watch.shutdownNow();
    }
}
