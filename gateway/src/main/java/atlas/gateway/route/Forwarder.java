package atlas.gateway.route;

import jakarta.inject.Singleton;

import atlas.gateway.door.Bodies;
import atlas.gateway.door.Refusal;
import atlas.gateway.key.Caller;
import atlas.gateway.key.KeyCheck;
import atlas.gateway.route.Errands.Terms;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Takes a request to the service that owns the answer, once it is well formed and its caller is known, and brings the answer
 * back.
 */
@Singleton
public class Forwarder {

    private final KeyCheck keys;
    private final Bodies bodies;
    private final Errands errands;
    private final Upstreams upstreams;
    private final Answering answering;

    Forwarder(KeyCheck keys, Bodies bodies, Errands errands, Upstreams upstreams, Answering answering) {
        this.keys = keys;
        this.bodies = bodies;
        this.errands = errands;
        this.upstreams = upstreams;
        this.answering = answering;
    }

    void forward(RoutingContext context, Operation operation) {
        HttpServerRequest request = context.request();
        String accept = RequestCheck.check(operation, request, bodies);
        keys.caller(request.headers().getAll(HttpHeaders.AUTHORIZATION))
                .compose(caller -> forward(context, operation, new Terms(mustBeKnown(operation, caller), accept)))
                .onFailure(context::fail);
    }

    private Future<Void> forward(RoutingContext context, Operation operation, Terms terms) {
        return body(context, operation)
                .map(body -> errands.errand(operation, context.request(), terms, body))
                .compose(errand -> upstreams.ask(errand).map(answer -> {
                    answering.answer(context, errand, answer, terms.caller().isAnonymous());
                    return null;
                }));
    }

    private static Caller mustBeKnown(Operation operation, Caller caller) {
        if (operation.needsKey() && caller.isAnonymous()) {
            throw Refusal.keyNeeded();
        }
        return caller;
    }

    private Future<Buffer> body(RoutingContext context, Operation operation) {
        return operation.takesBody() && Bodies.announced(context.request()) ? bodies.read(context)
                : Future.succeededFuture();
    }
}
