package atlas.gateway.door;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.streams.ReadStream;
import io.vertx.ext.web.RoutingContext;

/** Ends an exchange. */
public final class Reply {

    // A client that is still sending when it is refused reads the answer only if we don't slam the door at once.
    private static final long LINGER_MILLIS = 2_000;

    private Reply() {
    }

    /** Sends the body, or to HEAD its length alone, and lets the rest of the request's body run out. */
    public static void send(RoutingContext context, Buffer body) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
        drain(context.vertx(), request);
        if (request.method() == HttpMethod.HEAD) {
            response.end();
        } else {
            response.end(body);
        }
    }

    /**
     * Sends a body as it comes, to HEAD nothing of it; a body that breaks off takes the connection with it, so that nobody
     * takes
     * it for whole.
     *
     * @param length as the service told it; null when it did not
     */
    public static Future<Void> stream(RoutingContext context, ReadStream<Buffer> body, String length) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        if (length == null) {
            response.setChunked(true);
        } else {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, length);
        }
        drain(context.vertx(), request);
        if (request.method() == HttpMethod.HEAD) {
            return response.end();
        }
        return body.pipe().endOnFailure(false).to(response).onComplete(done -> {
            // the old version tells the end of such a body by that of the connection
            if (done.failed() || length == null && request.version() == HttpVersion.HTTP_1_0) {
                request.connection().close();
            }
        });
    }

    /** Ends an answer that has no body: 204, 304. */
    public static void sendNothing(RoutingContext context) {
        drain(context.vertx(), context.request());
        context.response().end();
    }

    private static void drain(Vertx vertx, HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        if (Bodies.announced(request)) {
            long timer = vertx.setTimer(LINGER_MILLIS, late -> request.connection().close());
            request.handler(rest -> {
            });
            request.endHandler(end -> vertx.cancelTimer(timer));
            request.exceptionHandler(gone -> vertx.cancelTimer(timer));
        }
        request.resume();
    }
}
