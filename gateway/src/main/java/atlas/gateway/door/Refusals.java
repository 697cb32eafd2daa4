package atlas.gateway.door;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import atlas.service.problem.Problem;
import atlas.service.problem.Problem.Kind;
import atlas.service.problem.ProblemException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Turns whatever went wrong, ours or a library's, into problem+json, in one place. */
@Singleton
public class Refusals {

    private static final Logger LOG = Logger.getLogger(Refusals.class);

    private final ObjectMapper json;
    private final Arrival arrival;
    private final EndedConnections connections;

    Refusals(ObjectMapper json, Arrival arrival, EndedConnections connections) {
        this.json = json;
        this.arrival = arrival;
        this.connections = connections;
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::answerFailure);
    }

    void register(@Observes Filters filters) {
        filters.register(this::nobodyAnswered, DoorOrder.NOBODY);
    }

    private void nobodyAnswered(RoutingContext context) {
        if (Passage.isOpen(context)) {
            context.next();
            return;
        }
        throw Refusal.of(Kind.NOT_FOUND, "There is nothing at this address: see /openapi for those that there are.");
    }

    private void answerFailure(RoutingContext context) {
        if (context.response().ended() || context.response().closed()) {
            return;
        }
        if (Arrival.requestId(context) == null) {
            arrival.mark(context); // the router failed it before the first filter
        }
        Throwable failure = context.failure();
        if (failure instanceof ProblemException refused) {
            answer(context, refused);
        } else if (context.statusCode() >= 500 || context.statusCode() < 400) {
            LOG.errorf(failure, "request %s failed", Arrival.requestId(context));
            answer(context, Refusal.of(Kind.INTERNAL, "The failure was logged with the request's id."));
        } else {
            Kind kind = Kind.ofStatus(context.statusCode());
            answer(context, Refusal.of(kind, kind.title() + "."));
        }
    }

    private void answer(RoutingContext context, ProblemException refused) {
        HttpServerResponse response = context.response().setStatusCode(refused.kind().status());
        response.headers().set(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE).set(HttpHeaders.CACHE_CONTROL, "no-store");
        if (refused instanceof Refusal refusal) {
            refusal.headers().forEach(response::putHeader);
        }
        Reply.send(context, body(refused, Arrival.requestId(context)));
        if (refused instanceof Refusal refusal && refusal.isClosing()) {
            connections.end(context.request());
        }
    }

    private Buffer body(ProblemException refused, String requestId) {
        try {
            return Buffer.buffer(
                    json.writeValueAsBytes(Problem.of(refused.kind(), refused.getMessage(), refused.errors(), requestId)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem cannot be written", e);
        }
    }
}
