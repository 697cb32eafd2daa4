package atlas.gateway.route;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import atlas.gateway.door.Cors;
import atlas.gateway.door.DoorOrder;
import atlas.gateway.door.Refusal;
import atlas.gateway.door.RequestTimes;
import atlas.service.problem.Problem.Kind;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Finds out what a request under {@code /v1/} asks for, by the published document. */
@Singleton
public class PublicApi {

    private static final String ROOT = "/v1/";

    private final RouteTable routes;
    private final Forwarder forwarder;
    private final OwnOperations own;
    private final Admission admission;
    private final Farewells farewells;

    PublicApi(PublishedApi published, Forwarder forwarder, OwnOperations own, Admission admission, Farewells farewells) {
        this.routes = published.routes();
        this.forwarder = forwarder;
        this.own = own;
        this.admission = admission;
        this.farewells = farewells;
    }

    void register(@Observes Filters filters) {
        filters.register(this::serve, DoorOrder.API);
    }

    private void serve(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!request.path().startsWith(ROOT)) {
            context.next();
            return;
        }
        Place place = routes.find(request.path()).orElse(null);
        if (place == null) {
            admission.refuse(context, Refusal.of(Kind.NOT_FOUND, "No such address: see /openapi for those that there are."));
            return;
        }
        RequestTimes.about(context, place.subject());
        Operation operation = place.operation(request.method().name());
        if (operation != null) {
            RequestTimes.about(context, operation.subject());
            answer(context, operation);
        } else if (request.method() == HttpMethod.OPTIONS) {
            Cors.answerOptions(context, place.allowed());
        } else {
            admission.refuse(context, Refusal.methodNotAllowed(place.allowed()));
        }
    }

    private void answer(RoutingContext context, Operation operation) {
        Deprecation deprecation = operation.deprecation().orElse(null);
        if (deprecation != null && !farewells.isThere(context, operation, deprecation)) {
            admission.refuse(context, Farewells.gone(context, operation, deprecation));
        } else if (operation.service() == ServiceName.GATEWAY) {
            own.serve(context, operation);
        } else {
            forwarder.forward(context, operation);
        }
    }
}
