package atlas.gateway.route;

import java.util.List;

import atlas.gateway.door.Gzip;
import atlas.gateway.door.Reply;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Ends a read whose answer has a tag: with 304 for who has it already, shortened for who reads that. */
public final class TaggedReply {

    /** Longer than that takes longer to shorten than others on the same thread should wait. */
    private static final int LONG = 65_536;

    private TaggedReply() {
    }

    /**
     * Whether the caller has the answer, in whichever coding; then that was said.
     *
     * @param tag of the answer without a coding
     */
    public static boolean isHeld(RoutingContext context, String tag) {
        List<String> known = context.request().headers().getAll(HttpHeaders.IF_NONE_MATCH);
        String held = known.isEmpty() ? null : EntityTags.held(String.join(",", known), tag);
        if (held == null) {
            return false;
        }
        MultiMap headers = context.response().setStatusCode(304).headers();
        headers.remove(HttpHeaders.CONTENT_TYPE);
        headers.set(HttpHeaders.ETAG, held);
        Reply.sendNothing(context);
        return true;
    }

    /** Sends the answer, which has its tag. */
    static void send(RoutingContext context, Buffer body) {
        if (!isShortened(context, body)) {
            Reply.send(context, body);
        } else if (body.length() < LONG) {
            sendShortened(context, Gzip.of(body));
        } else {
            Future<Buffer> shortened = context.vertx().executeBlocking(() -> Gzip.of(body), false);
            shortened.onSuccess(zipped -> sendShortened(context, zipped)).onFailure(context::fail);
        }
    }

    /** The same of an answer whose shortened form is kept. */
    public static void send(RoutingContext context, Buffer body, Buffer shortened) {
        if (isShortened(context, body)) {
            sendShortened(context, shortened);
        } else {
            Reply.send(context, body);
        }
    }

    private static boolean isShortened(RoutingContext context, Buffer body) {
        HttpServerRequest request = context.request();
        List<String> codings = request.headers().getAll(HttpHeaders.ACCEPT_ENCODING);
        return !codings.isEmpty() && Gzip.suits(context.response().headers().get(HttpHeaders.CONTENT_TYPE), body.length())
                && Gzip.isTaken(codings);
    }

    private static void sendShortened(RoutingContext context, Buffer shortened) {
        MultiMap headers = context.response().headers();
        headers.set(HttpHeaders.ETAG, EntityTags.ofGzip(headers.get(HttpHeaders.ETAG)))
                .set(HttpHeaders.CONTENT_ENCODING, Gzip.NAME);
        Reply.send(context, shortened);
    }
}
