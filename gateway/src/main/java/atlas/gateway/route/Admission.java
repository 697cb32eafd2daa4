package atlas.gateway.route;

import jakarta.inject.Singleton;

import atlas.gateway.door.Bodies;
import atlas.gateway.door.Refusal;
import atlas.gateway.format.View;
import atlas.gateway.key.Caller;
import atlas.gateway.key.Identification;
import atlas.gateway.limit.ReadLimits;
import atlas.gateway.limit.WriteLimits;
import atlas.service.problem.Problem.Kind;
import atlas.service.problem.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * Decides whether a request is let in: of a known caller where one is needed, not one too many, and well formed. Who it is
 * comes
 * first, so that nobody pays for others behind the same address; what is refused later is counted.
 */
@Singleton
public class Admission {

    private final Identification callers;
    private final Bodies bodies;
    private final ReadLimits reads;
    private final WriteLimits writes;
    private final CacheRules caches;

    Admission(Identification callers, Bodies bodies, ReadLimits reads, WriteLimits writes, CacheRules caches) {
        this.callers = callers;
        this.bodies = bodies;
        this.reads = reads;
        this.writes = writes;
        this.caches = caches;
    }

    /**
     * For whom, in which form, and who may keep the answer to a read.
     *
     * @param keeping as in the Cache-Control header
     */
    record Terms(Caller caller, View view, CharSequence keeping) {
    }

    /** On which terms the request is let in; it fails with a refusal. */
    Future<Terms> admit(RoutingContext context, Operation operation) {
        return callers.caller(context.request()).map(caller -> {
            if (!operation.isStream() && !(operation.isWrite() && !caller.isAnonymous())) {
                countRead(context, caller);
            }
            View view = RequestCheck.check(operation, context.request(), bodies);
            checkKey(operation, caller);
            if (operation.isWrite()) {
                ofRecord(context.request().headers());
                caller.holder().writesPerMinute().ifPresent(most -> writes.take(context, caller.holder().partner(), most));
            }
            return new Terms(caller, view, caches.of(operation, caller, context.request()));
        });
    }

    /** Refuses what is nowhere to be had; it is counted like a read. */
    void refuse(RoutingContext context, ProblemException refusal) {
        callers.caller(context.request()).map(caller -> {
            countRead(context, caller);
            throw refusal;
        }).onFailure(context::fail);
    }

    /** What is changed is the record, whichever form of it the caller has read. */
    private static void ofRecord(MultiMap headers) {
        String tags = headers.get(HttpHeaders.IF_MATCH);
        if (tags != null) {
            headers.set(HttpHeaders.IF_MATCH, EntityTags.ofRecord(tags));
        }
    }

    private void countRead(RoutingContext context, Caller caller) {
        if (caller.isAnonymous()) {
            reads.ofAddress(context);
        } else {
            reads.ofKey(context, caller.keyId());
        }
    }

    private static void checkKey(Operation operation, Caller caller) {
        if (operation.needsKey() && caller.isAnonymous()) {
            throw Refusal.keyNeeded();
        }
        if (operation.body().isStreamed() && !operation.isOpenTo(caller.grant().scopes())) {
            // else the service's to judge, but a long body should not set out in vain
            throw Refusal.of(Kind.FORBIDDEN, "The key has no scope that allows this.");
        }
    }
}
