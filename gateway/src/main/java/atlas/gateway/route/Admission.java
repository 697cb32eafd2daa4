package atlas.gateway.route;

import jakarta.inject.Singleton;

import atlas.gateway.door.Bodies;
import atlas.gateway.door.Refusal;
import atlas.gateway.format.View;
import atlas.gateway.key.Caller;
import atlas.gateway.key.Identification;
import atlas.gateway.limit.WriteLimits;
import atlas.service.problem.Problem.Kind;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Decides whether a request is let in: well formed, of a known caller where one is needed, and not one too many. */
@Singleton
public class Admission {

    private final Identification callers;
    private final Bodies bodies;
    private final WriteLimits writes;

    Admission(Identification callers, Bodies bodies, WriteLimits writes) {
        this.callers = callers;
        this.bodies = bodies;
        this.writes = writes;
    }

    /** For whom, and in which form. */
    record Terms(Caller caller, View view) {
    }

    /** On which terms the request is let in; it fails with a refusal. */
    Future<Terms> admit(RoutingContext context, Operation operation) {
        View view = RequestCheck.check(operation, context.request(), bodies);
        return callers.caller(context.request()).map(caller -> {
            if (operation.needsKey() && caller.isAnonymous()) {
                throw Refusal.keyNeeded();
            }
            if (operation.body().isStreamed() && !operation.isOpenTo(caller.grant().scopes())) {
                // else the service's to judge, but a long body should not set out in vain
                throw Refusal.of(Kind.FORBIDDEN, "The key has no scope that allows this.");
            }
            if (operation.isWrite()) {
                ofRecord(context.request().headers());
                caller.holder().writesPerMinute().ifPresent(most -> writes.take(context, caller.holder().partner(), most));
            }
            return new Terms(caller, view);
        });
    }

    /** What is changed is the record, whichever form of it the caller has read. */
    private static void ofRecord(MultiMap headers) {
        String tags = headers.get(HttpHeaders.IF_MATCH);
        if (tags != null) {
            headers.set(HttpHeaders.IF_MATCH, EntityTags.ofRecord(tags));
        }
    }
}
