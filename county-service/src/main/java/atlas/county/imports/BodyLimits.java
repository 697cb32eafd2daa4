package atlas.county.imports;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import atlas.service.problem.Problem;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Only files may be large: every other body has at most a mebibyte, whatever the server takes. */
@ApplicationScoped
class BodyLimits {

    private static final int EARLY = 9_000;
    private static final long MOST = 1_048_576;

    void register(@Observes Filters filters) {
        filters.register(this::limit, EARLY);
    }

    private void limit(RoutingContext context) {
        if (isFile(context)) {
            context.next();
            return;
        }
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > MOST) {
            refuse(context);
            return;
        }
        context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, MOST); // for bodies that do not tell their length before
        context.next();
    }

    private static boolean isFile(RoutingContext context) {
        return context.request().method() == HttpMethod.POST && context.request().path().equals("/v1/imports");
    }

    private static void refuse(RoutingContext context) {
        Problem problem = Problem.of(Problem.Kind.BODY_TOO_LARGE, "The body has more than " + MOST + " bytes.", List.of(),
                context.request().getHeader("X-Request-Id"));
        context.response().setStatusCode(problem.status()).putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(new JsonObject().put("type", problem.type()).put("title", problem.title()).put("status", problem.status())
                        .put("detail", problem.detail()).put("requestId", problem.requestId()).toBuffer());
    }
}
