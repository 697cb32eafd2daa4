package atlas.gateway.route;

import jakarta.inject.Singleton;

import atlas.gateway.door.Bodies;
import atlas.gateway.route.Admission.Terms;
import atlas.gateway.route.Operation.BodyRules;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;

/**
 * Takes a request to the service that owns the answer, once it is well formed and its caller is known, and brings the answer
 * back.
 */
@Singleton
public class Forwarder {

    private final Admission admission;
    private final Bodies bodies;
    private final Errands errands;
    private final Upstreams upstreams;
    private final Answering answering;

    Forwarder(Admission admission, Bodies bodies, Errands errands, Upstreams upstreams, Answering answering) {
        this.admission = admission;
        this.bodies = bodies;
        this.errands = errands;
        this.upstreams = upstreams;
        this.answering = answering;
    }

    void forward(RoutingContext context, Operation operation) {
        admission.admit(context, operation).compose(terms -> forward(context, operation, terms)).onFailure(context::fail);
    }

    private Future<Void> forward(RoutingContext context, Operation operation, Terms terms) {
        return load(context, operation.body())
                .map(load -> errands.errand(operation, context.request(), terms, load))
                .compose(errand -> upstreams.ask(errand).map(answer -> {
                    answering.answer(context, errand, answer, terms);
                    return null;
                }));
    }

    private Future<Load> load(RoutingContext context, BodyRules rules) {
        if (rules.isStreamed() && Bodies.announced(context.request())) {
            return Future.succeededFuture(new Upload(() -> bodies.flow(context, rules.largest().getAsLong())));
        }
        return bodies.of(context, rules.isTaken()).map(Load::of);
    }
}
