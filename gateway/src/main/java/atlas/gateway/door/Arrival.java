package atlas.gateway.door;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import atlas.service.problem.ProblemAnswers;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/**
 * Names each request, whatever name it came with, and gives each answer the headers that all answers have. It decides nothing,
 * so that
 * it can stand before the path guard, whose answers need the same.
 */
@Singleton
public class Arrival {

    private static final CharSequence REQUEST_ID = HttpHeaders.createOptimized(ProblemAnswers.REQUEST_ID);
    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NOSNIFF_VALUE = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence REFERRER = HttpHeaders.createOptimized("Referrer-Policy");
    private static final CharSequence REFERRER_VALUE = HttpHeaders.createOptimized("no-referrer");
    private static final CharSequence CSP = HttpHeaders.createOptimized("Content-Security-Policy");
    private static final CharSequence CSP_VALUE = HttpHeaders.createOptimized("default-src 'none'; frame-ancestors 'none'");

    private static final CharSequence TLS_ONLY = HttpHeaders.createOptimized("Strict-Transport-Security");
    private static final CharSequence TLS_ONLY_VALUE = HttpHeaders.createOptimized("max-age=31536000");

    private final RequestCourse course;
    private final EndedConnections connections;
    private final HttpDate date;
    private final boolean overTls;

    /** @param publicUrl where all this is public; behind an ingress with TLS only it knows */
    Arrival(RequestCourse course, EndedConnections connections, HttpDate date,
            @ConfigProperty(name = "atlas.public-url") Optional<String> publicUrl) {
        this.course = course;
        this.connections = connections;
        this.date = date;
        this.overTls = publicUrl.filter(url -> url.startsWith("https:")).isPresent();
    }

    void register(@Observes Filters filters) {
        filters.register(this::receive, DoorOrder.ARRIVAL);
    }

    private void receive(RoutingContext context) {
        if (!connections.hold(context.request())) {
            mark(context);
            context.next();
        }
    }

    void mark(RoutingContext context) {
        String id = UUID.randomUUID().toString();
        course.begin(context, id);
        context.request().headers().set(REQUEST_ID, id);
        MultiMap headers = context.response().headers();
        headers.set(REQUEST_ID, id).set(NOSNIFF, NOSNIFF_VALUE).set(REFERRER, REFERRER_VALUE).set(CSP, CSP_VALUE)
                .set(HttpHeaders.DATE, date.now());
        if (overTls) {
            headers.set(TLS_ONLY, TLS_ONLY_VALUE);
        }
        HttpMethod method = context.request().method();
        Cors.mark(headers, method == HttpMethod.GET || method == HttpMethod.HEAD);
    }

    /** The name that we gave the request. */
    public static String requestId(RoutingContext context) {
        return context.response().headers().get(REQUEST_ID);
    }
}
