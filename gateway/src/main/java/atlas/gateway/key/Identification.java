package atlas.gateway.key;

import java.time.Clock;
import java.util.List;

import jakarta.inject.Singleton;

import atlas.gateway.limit.FailedKeys;
import atlas.gateway.limit.Origin;
import atlas.service.problem.Problem.Kind;
import atlas.service.problem.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Finds out who sent a request, and hears no more of those who keep trying keys that are none. */
@Singleton
public class Identification {

    private final KeyCheck keys;
    private final KeyUses uses;
    private final FailedKeys failures;
    private final Clock clock;

    Identification(KeyCheck keys, KeyUses uses, FailedKeys failures, Clock clock) {
        this.keys = keys;
        this.uses = uses;
        this.failures = failures;
        this.clock = clock;
    }

    public Future<Caller> caller(HttpServerRequest request) {
        List<String> authorization = request.headers().getAll(HttpHeaders.AUTHORIZATION);
        if (authorization.isEmpty()) {
            return Future.succeededFuture(Caller.ANONYMOUS);
        }
        Origin origin = Origin.of(request.remoteAddress());
        failures.check(origin);
        return keys.caller(authorization).onSuccess(caller -> uses.note(caller.keyId(), clock.instant()))
                .onFailure(failure -> {
                    if (failure instanceof ProblemException refused && refused.kind() == Kind.UNAUTHENTICATED) {
                        failures.note(origin);
                    }
                });
    }
}
