package atlas.service.http;

import java.util.Locale;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import atlas.service.problem.Problem;
import atlas.service.problem.Problem.Kind;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/**
 * Refuses, before anything else sees them, paths that one layer may read otherwise than the next: parameters behind a
 * semicolon, encoded
 * separators and dots, double slashes. No path of ours needs them, and path policies have been bypassed with them.
 */
@ApplicationScoped
public class PathGuard {

    private static final int FIRST = 10_000;
    private static final Set<String> AMBIGUOUS = Set.of(";", "\\", "//", "%3b", "%2f", "%5c", "%2e", "%00", "%25", "/../",
            "/./");

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext context) {
        if (isPlain(path(context.request().uri()))) {
            context.next();
            return;
        }
        Problem problem = Problem.of(Kind.BAD_PATH, "The path holds characters that no address of this API has.", null,
                context.request().getHeader("X-Request-Id"));
        context.response().setStatusCode(problem.status()).putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(Json.encodeToBuffer(json(problem)));
    }

    static boolean isPlain(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.startsWith("/") && AMBIGUOUS.stream().noneMatch(lower::contains) && !lower.endsWith("/..")
                && !lower.endsWith("/.");
    }

    private static String path(String uri) {
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    private static JsonObject json(Problem problem) {
        return new JsonObject().put("type", problem.type()).put("title", problem.title()).put("status", problem.status())
                .put("detail", problem.detail()).put("requestId", problem.requestId());
    }
}
