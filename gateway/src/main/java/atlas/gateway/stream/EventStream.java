package atlas.gateway.stream;

import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import atlas.gateway.door.DoorOrder;
import atlas.gateway.door.Refusal;
import atlas.gateway.feed.FeedHead;
import atlas.gateway.limit.Origin;
import atlas.gateway.route.OwnOperations;
import atlas.gateway.stream.Subscriber.Line;
import atlas.service.time.Today;
import io.netty.channel.Channel;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;

/** Opens streams, for requests that the door has let in. */
@Singleton
public class EventStream {

    static final String PATH = "/v1/events/stream";
    private static final String MEDIA_TYPE = "text/event-stream";
    /** What waits for a slow reader beside what the system buffers. */
    private static final int QUEUE_BYTES = 16 * 1024;

    private final Subscribers subscribers;
    private final StreamLimits limits;
    private final Subscriber.Delivery delivery;
    private final long retryMillis;
    private final Today time;

    EventStream(Subscribers subscribers, StreamLimits limits, Subscriber.Delivery delivery, StreamConfig config, Today time) {
        this.subscribers = subscribers;
        this.limits = limits;
        this.delivery = delivery;
        this.retryMillis = config.retry().toMillis();
        this.time = time;
    }

    void register(@Observes Filters filters) {
        filters.register(this::serve, DoorOrder.STREAM);
    }

    void serve(RoutingContext context) {
        if (!context.request().path().equals(PATH)) {
            context.next();
            return;
        }
        HttpServerRequest request = context.request();
        Subscription wanted = Subscription.of(request, time);
        if (subscribers.isClosed()) {
            throw Refusal.unavailable("The gateway is going down: another one takes its place.");
        }
        if (request.method() == HttpMethod.HEAD) {
            head(context.response()).end();
            return;
        }
        Runnable place = limits.take(OwnOperations.callerOf(context), Origin.of(request.remoteAddress()));
        Subscriber subscriber = open(context, wanted);
        context.addEndHandler(over -> {
            subscribers.remove(subscriber);
            place.run();
        });
        begin(subscriber, wanted);
    }

    private static HttpServerResponse head(HttpServerResponse response) {
        response.headers().set(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .set(HttpHeaders.CACHE_CONTROL, "no-store, no-transform").set("X-Accel-Buffering", "no");
        return response;
    }

    private Subscriber open(RoutingContext context, Subscription wanted) {
        HttpServerResponse response = head(context.response()).setChunked(true).setWriteQueueMaxSize(QUEUE_BYTES);
        context.request().resume(); // nothing is to come, and only so it is noticed when the client leaves
        Channel channel = ((ConnectionBase) context.request().connection()).channel();
        Subscriber subscriber = new Subscriber(new Line(response, context.vertx().getOrCreateContext(), channel),
                wanted.filter(),
                delivery);
        long retry = retryMillis + ThreadLocalRandom.current().nextLong(retryMillis / 3 + 1);
        subscriber.write(Buffer.buffer(": ok\nretry: " + retry + "\n\n"));
        subscribers.add(subscriber);
        return subscriber;
    }

    private void begin(Subscriber subscriber, Subscription wanted) {
        FeedHead known = delivery.recent().now().head();
        long position = wanted.fromNow() ? known.last() : wanted.position().orElse(-1);
        if (known.holds(position)) {
            subscriber.goOnFrom(position);
            return;
        }
        // another replica may have shown what has not come here yet
        delivery.history().head(subscriber.line().context()).onSuccess(head -> {
            if (head.holds(position)) {
                subscriber.goOnFrom(position);
            } else {
                delivery.meters().reset();
                subscriber.reset(head, position >= 0 && position < head.first() ? "too old" : "unknown");
            }
        }).onFailure(failure -> subscriber.end());
    }
}
