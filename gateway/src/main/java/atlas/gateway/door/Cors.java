package atlas.gateway.door;

import java.util.Locale;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * Lets pages of other origins read, without credentials, and never write. The answer is the same for every origin, so that
 * caches need
 * not tell origins apart.
 */
public final class Cors {

    private static final CharSequence ALLOW_ORIGIN = HttpHeaders.createOptimized("Access-Control-Allow-Origin");
    private static final CharSequence ANY = HttpHeaders.createOptimized("*");
    private static final CharSequence EXPOSE = HttpHeaders.createOptimized("Access-Control-Expose-Headers");
    private static final CharSequence EXPOSED = HttpHeaders
            .createOptimized("Accept-Ranges, Content-Disposition, Content-Range, Deprecation, ETag, Link, Location, RateLimit, "
                    + "RateLimit-Policy, Retry-After, Sunset, X-Request-Id, X-Total-Count");
    private static final CharSequence RESOURCE_POLICY = HttpHeaders.createOptimized("Cross-Origin-Resource-Policy");
    private static final CharSequence CROSS_ORIGIN = HttpHeaders.createOptimized("cross-origin");
    private static final CharSequence SAME_ORIGIN = HttpHeaders.createOptimized("same-origin");
    // Not Authorization: a key has no place in somebody's web page.
    private static final String READING_HEADERS = "Accept, If-None-Match, Last-Event-ID";
    private static final String ONE_DAY = "86400";

    private Cors() {
    }

    static void mark(MultiMap headers, boolean read) {
        if (read) {
            headers.set(ALLOW_ORIGIN, ANY).set(EXPOSE, EXPOSED).set(RESOURCE_POLICY, CROSS_ORIGIN);
        } else {
            headers.set(RESOURCE_POLICY, SAME_ORIGIN);
        }
    }

    /** For what is served to our own pages only. */
    public static void ownPagesOnly(MultiMap headers) {
        headers.remove(ALLOW_ORIGIN).remove(EXPOSE).set(RESOURCE_POLICY, SAME_ORIGIN);
    }

    /** Answers OPTIONS: what is allowed here, and to a browser that asks for a page of another origin, whether it may read. */
    public static void answerOptions(RoutingContext context, String allowed) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = request.response().setStatusCode(204).putHeader("Allow", allowed);
        String asked = request.getHeader("Access-Control-Request-Method");
        if (asked != null && isRead(asked) && allowed.startsWith(HttpMethod.GET.name())) {
            response.putHeader(ALLOW_ORIGIN, ANY).putHeader("Access-Control-Allow-Methods", "GET, HEAD")
                    .putHeader("Access-Control-Allow-Headers", READING_HEADERS)
                    .putHeader("Access-Control-Max-Age", ONE_DAY);
        }
        Reply.sendNothing(context);
    }

    private static boolean isRead(String method) {
        String upper = method.toUpperCase(Locale.ROOT);
        return upper.equals("GET") || upper.equals("HEAD");
    }
}
