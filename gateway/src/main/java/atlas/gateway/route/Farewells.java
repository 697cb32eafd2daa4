package atlas.gateway.route;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

import jakarta.inject.Singleton;

import atlas.gateway.door.Refusal;
import atlas.service.problem.Problem.Kind;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Tells who uses an operation that is to go so, with each answer, and refuses when it is gone. */
@Singleton
class Farewells {

    private static final CharSequence DEPRECATION = HttpHeaders.createOptimized("Deprecation");
    private static final CharSequence SUNSET = HttpHeaders.createOptimized("Sunset");

    private final Clock clock;

    Farewells(Clock clock) {
        this.clock = clock;
    }

    /** Whether the operation is still there; its answer, whatever it will be, says how long. */
    boolean isThere(RoutingContext context, Operation operation, Deprecation deprecation) {
        String path = context.request().path();
        context.addHeadersEndHandler(done -> { // behind all who set headers of the same name
            MultiMap headers = context.response().headers();
            headers.set(DEPRECATION, deprecation.deprecationHeader());
            if (deprecation.sunset() != null) {
                headers.set(SUNSET, deprecation.sunsetHeader());
            }
            headers.add("Link", deprecation.links(operation.template(), path));
        });
        return !deprecation.isOver(LocalDate.now(clock.withZone(ZoneOffset.UTC)));
    }

    static Refusal gone(RoutingContext context, Operation operation, Deprecation deprecation) {
        String instead = deprecation.successor() == null ? "Nothing takes its place."
                : "In its place there is " + deprecation.successorOf(operation.template(), context.request().path()) + ".";
        return Refusal.of(Kind.GONE, "This is gone since " + deprecation.sunset() + ". " + instead);
    }
}
