package atlas.gateway.door;

import java.time.Duration;

import jakarta.inject.Singleton;

import atlas.service.problem.Problem.Kind;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Reads the bodies of requests: whole, up to a size, by a deadline. */
@Singleton
public class Bodies {

    private final long maxSize;
    private final Duration deadline;

    Bodies(DoorConfig config) {
        this.maxSize = config.maxBodySize().asLongValue();
        this.deadline = config.bodyDeadline();
    }

    /** Whether the headers say that a body follows. */
    public static boolean announced(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && !length.equals("0") || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    /** Refuses a body by its announced length, before any of it is read. */
    public void checkLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        // more than 18 digits are more than a long holds
        if (length != null && (length.length() > 18 || Long.parseLong(length) > maxSize)) {
            throw tooLarge();
        }
    }

    /** The whole body, or null where there is none to be read; it fails with a refusal. */
    public Future<Buffer> of(RoutingContext context, boolean taken) {
        return taken && announced(context.request()) ? read(context) : Future.succeededFuture();
    }

    /** The whole body; it fails with a refusal. */
    private Future<Buffer> read(RoutingContext context) {
        HttpServerRequest request = context.request();
        Vertx vertx = context.vertx();
        Promise<Buffer> whole = Promise.promise();
        Buffer body = Buffer.buffer();
        long timer = vertx.setTimer(deadline.toMillis(), late -> whole.tryFail(Refusal.of(Kind.MALFORMED_BODY,
                "The body did not arrive within " + deadline.toSeconds() + " seconds.")));
        request.handler(part -> {
            if (body.length() + part.length() > maxSize) {
                whole.tryFail(tooLarge());
            } else {
                body.appendBuffer(part);
            }
        });
        request.endHandler(end -> whole.tryComplete(body));
        request.exceptionHandler(gone -> whole.tryFail(Refusal.of(Kind.MALFORMED_BODY, "The body broke off.")));
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            context.response().writeContinue();
        }
        request.resume();
        return whole.future().onComplete(done -> vertx.cancelTimer(timer));
    }

    private Refusal tooLarge() {
        return Refusal.of(Kind.BODY_TOO_LARGE, "The body is longer than " + maxSize + " bytes.");
    }
}
