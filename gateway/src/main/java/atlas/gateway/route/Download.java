package atlas.gateway.route;

import org.jboss.logging.Logger;

import atlas.gateway.door.Flow;
import atlas.gateway.door.Flow.Bounds;
import atlas.gateway.door.Flow.Trouble;
import atlas.gateway.door.MediaTypes;
import atlas.gateway.door.Reply;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.streams.WriteStream;
import io.vertx.ext.web.RoutingContext;

/** A long answer on its way from a service to the caller as it comes: never kept here, and given up when nobody wants it. */
final class Download {

    private static final Logger LOG = Logger.getLogger(Download.class);
    private static final int SHORT = 1024 * 1024;
    private static final long LEAVE_MILLIS = 100;

    private final Vertx vertx;
    private final HttpClientResponse answer;
    private final Future<Void> end;
    private final Bounds bounds;

    Download(Vertx vertx, HttpClientResponse answer, UpstreamConfig config) {
        this.vertx = vertx;
        this.answer = answer.pause();
        this.end = answer.end();
        this.bounds = new Bounds(Long.MAX_VALUE, config.standstill(), config.longestAnswer());
    }

    /** Whether an answer is no JSON document, and too long to be kept or of a length that the service does not tell. */
    static boolean suits(HttpClientResponse answer) {
        String type = answer.getHeader(HttpHeaders.CONTENT_TYPE);
        if (answer.statusCode() != 200 || type == null || MediaTypes.isJson(type)) {
            return false;
        }
        String length = answer.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null || Long.parseLong(length) > SHORT;
    }

    void to(RoutingContext context) {
        context.addEndHandler(done -> {
            if (done.failed()) {
                leave();
            }
        });
        if (context.request().method() == HttpMethod.HEAD) {
            leave();
        }
        Flow flow = new Flow(vertx, answer, bounds, trouble -> broken(context, trouble));
        Reply.stream(context, flow, answer.getHeader(HttpHeaders.CONTENT_LENGTH)).onFailure(cut -> leave());
    }

    /** Writes it somewhere else than to the caller, and ends that. */
    Future<Void> into(WriteStream<Buffer> target) {
        Flow flow = new Flow(vertx, answer, bounds, trouble -> new IllegalStateException("the answer is " + trouble));
        return flow.pipeTo(target).onFailure(cut -> leave());
    }

    private Throwable broken(RoutingContext context, Trouble trouble) {
        if (!context.response().closed()) {
            LOG.warnf("an answer to %s was cut: %s", context.request().path(), trouble);
        }
        return new IllegalStateException("the answer is " + trouble);
    }

    /**
     * Wants no more of it. What is here already is let run out first: the connection of an answer that is whole may have the
     * next
     * request on it, and stays.
     */
    void leave() {
        answer.handler(null).resume();
        vertx.setTimer(LEAVE_MILLIS, later -> {
            if (!end.isComplete()) {
                answer.request().reset();
            }
        });
    }
}
