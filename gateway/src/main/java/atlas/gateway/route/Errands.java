package atlas.gateway.route;

import java.util.List;

import jakarta.inject.Singleton;

import atlas.gateway.door.Bodies;
import atlas.gateway.route.Admission.Terms;
import atlas.gateway.token.InternalTokens;
import atlas.service.problem.ProblemAnswers;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/**
 * Makes of a caller's request the gateway's own. A service sees the headers that its document declares and those that the
 * gateway
 * vouches for, and none else: whatever a stranger claims about addresses, traces or identity ends here.
 */
@Singleton
public class Errands {

    private static final CharSequence REQUEST_ID = HttpHeaders.createOptimized(ProblemAnswers.REQUEST_ID);

    private final InternalTokens tokens;

    Errands(InternalTokens tokens) {
        this.tokens = tokens;
    }

    Errand errand(Operation operation, HttpServerRequest request, Terms terms, Load load) {
        MultiMap headers = HttpHeaders.headers();
        for (String declared : operation.headers()) {
            List<String> values = request.headers().getAll(declared);
            if (!values.isEmpty()) {
                headers.set(declared, values);
            }
        }
        String id = request.getHeader(REQUEST_ID); // ours since the arrival
        String token = tokens.token(terms.caller(), operation.service().id());
        headers.set(REQUEST_ID, id).set(HttpHeaders.AUTHORIZATION, "Bearer " + token).set(HttpHeaders.ACCEPT, terms.accept());
        if (Bodies.announced(request)) {
            headers.set(HttpHeaders.CONTENT_TYPE, request.getHeader(HttpHeaders.CONTENT_TYPE));
        }
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (load.isLong() && length != null) {
            headers.set(HttpHeaders.CONTENT_LENGTH, length);
        }
        return new Errand(operation.service(), operation.method(), request.uri(), headers, load);
    }
}
