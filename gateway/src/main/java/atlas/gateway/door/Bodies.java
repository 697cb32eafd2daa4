package atlas.gateway.door;

import java.time.Duration;
import java.util.OptionalLong;

import jakarta.inject.Singleton;

import atlas.gateway.door.Flow.Bounds;
import atlas.service.problem.Problem.Kind;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Reads the bodies of requests, up to a size and by a deadline: whole, or as they come. */
@Singleton
public class Bodies {

    private final long maxSize;
    private final Duration deadline;
    private final DoorConfig.Streamed streamed;

    Bodies(DoorConfig config) {
        this.maxSize = config.maxBodySize().asLongValue();
        this.deadline = config.bodyDeadline();
        this.streamed = config.streamed();
    }

    /** Whether the headers say that a body follows. */
    public static boolean announced(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && !length.equals("0") || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    /**
     * Refuses a body by its announced length, before any of it is read.
     *
     * @param most what the operation takes, when that is not the usual
     */
    public void checkLength(HttpServerRequest request, OptionalLong most) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        long limit = most.orElse(maxSize);
        // more than 18 digits are more than a long holds
        if (length != null && (length.length() > 18 || Long.parseLong(length) > limit)) {
            throw tooLarge(limit);
        }
    }

    /** The whole body, or null where there is none to be read; it fails with a refusal. */
    public Future<Buffer> of(RoutingContext context, boolean taken) {
        return taken && announced(context.request()) ? read(context) : Future.succeededFuture();
    }

    /** The body as it comes, up to so many bytes; it fails with a refusal. The sender is told to begin. */
    public Flow flow(RoutingContext context, long most) {
        letCome(context);
        Bounds bounds = new Bounds(most, streamed.standstill(), streamed.deadline());
        return new Flow(context.vertx(), context.request(), bounds, trouble -> switch (trouble) {
            case TOO_LONG -> tooLarge(most);
            case BROKEN_OFF -> Refusal.of(Kind.MALFORMED_BODY, "The body broke off.");
            case DRIED_UP ->
                Refusal.of(Kind.MALFORMED_BODY, "The body did not arrive: nothing for " + seconds(streamed.standstill())
                        + ", or not all within " + seconds(streamed.deadline()) + ".");
            case JAMMED -> Refusal.of(Kind.GATEWAY_TIMEOUT, "The body was not taken in time.");
        });
    }

    /** The whole body; it fails with a refusal. */
    private Future<Buffer> read(RoutingContext context) {
        HttpServerRequest request = context.request();
        Vertx vertx = context.vertx();
        Promise<Buffer> whole = Promise.promise();
        Buffer body = Buffer.buffer();
        long timer = vertx.setTimer(deadline.toMillis(), late -> whole.tryFail(Refusal.of(Kind.MALFORMED_BODY,
                "The body did not arrive within " + seconds(deadline) + ".")));
        request.handler(part -> {
            if (body.length() + part.length() > maxSize) {
                whole.tryFail(tooLarge(maxSize));
            } else {
                body.appendBuffer(part);
            }
        });
        request.endHandler(end -> whole.tryComplete(body));
        request.exceptionHandler(gone -> whole.tryFail(Refusal.of(Kind.MALFORMED_BODY, "The body broke off.")));
        letCome(context);
        request.resume();
        return whole.future().onComplete(done -> vertx.cancelTimer(timer));
    }

    private static void letCome(RoutingContext context) {
        if ("100-continue".equalsIgnoreCase(context.request().getHeader(HttpHeaders.EXPECT))) {
            context.response().writeContinue();
        }
    }

    private static String seconds(Duration time) {
        return time.toSeconds() + " seconds";
    }

    private static Refusal tooLarge(long limit) {
        return Refusal.of(Kind.BODY_TOO_LARGE, "The body is longer than " + limit + " bytes.");
    }
}
