package atlas.gateway.route;

import java.util.Locale;
import java.util.Set;

import jakarta.inject.Singleton;

import atlas.events.trace.TraceParent;
import atlas.gateway.door.Bodies;
import atlas.gateway.door.Cors;
import atlas.gateway.door.Passage;
import atlas.gateway.format.View;
import atlas.gateway.key.Caller;
import atlas.gateway.route.Admission.Terms;
import atlas.gateway.token.InternalTokens;
import atlas.service.problem.ProblemAnswers;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * Lets a request for one of the gateway's own operations in, on the same terms as it would be forwarded: with our token in the
 * place of the key, the headers that the document declares, and a body that was read by the door's rules.
 */
@Singleton
public class OwnOperations {

    private static final Set<String> OF_THE_MESSAGE = Set.of("host", "connection", "content-type", "content-length",
            "transfer-encoding", "if-none-match", "accept-encoding", ProblemAnswers.REQUEST_ID.toLowerCase(Locale.ROOT),
            TraceParent.HEADER);

    private static final String JSON = "application/json";
    private static final String CALLER = "atlas.caller";
    private static final String VIEW = "atlas.view";
    private static final String KEEPING = "atlas.keeping";

    private final Admission admission;
    private final Bodies bodies;
    private final InternalTokens tokens;

    OwnOperations(Admission admission, Bodies bodies, InternalTokens tokens) {
        this.admission = admission;
        this.bodies = bodies;
        this.tokens = tokens;
    }

    void serve(RoutingContext context, Operation operation) {
        admission.admit(context, operation).compose(terms -> bodies.of(context, operation.body().isTaken()).onSuccess(body -> {
            vouch(context.request().headers(), operation, terms);
            Services.askFor(terms.caller(), context);
            boolean nothingSaid = operation.body().isTaken() && body == null;
            if (nothingSaid) {
                context.request().headers().set(HttpHeaders.CONTENT_TYPE, JSON); // the reader wants a type even so
            }
            if (operation.needsKey()) {
                Cors.ownPagesOnly(context.response().headers());
            }
            context.put(CALLER, terms.caller());
            context.put(VIEW, terms.view());
            context.put(KEEPING, terms.keeping().toString());
            enter(context, nothingSaid ? Buffer.buffer("null") : body);
        })).onFailure(context::fail);
    }

    /** Who sent a request that was let in. */
    public static Caller callerOf(RoutingContext context) {
        return context.get(CALLER);
    }

    /** What caches may do with the answer to it. */
    static String keepingOf(RoutingContext context) {
        return context.get(KEEPING);
    }

    /** How the answer to it is wanted. */
    static View viewOf(RoutingContext context) {
        return context.get(VIEW);
    }

    private static void enter(RoutingContext context, Buffer body) {
        context.setBody(body); // where the next reader looks first
        Passage.open(context);
        context.next();
    }

    private void vouch(MultiMap headers, Operation operation, Terms terms) {
        for (String name : Set.copyOf(headers.names())) {
            boolean declared = operation.headers().stream().anyMatch(name::equalsIgnoreCase);
            if (!declared && !OF_THE_MESSAGE.contains(name.toLowerCase(Locale.ROOT))) {
                headers.remove(name);
            }
        }
        headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.token(terms.caller(), operation.service().id()))
                .set(HttpHeaders.ACCEPT, terms.view().accept());
    }
}
