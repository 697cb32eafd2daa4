package atlas.gateway.route;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import atlas.gateway.door.Bodies;
import atlas.gateway.key.Caller;
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

    private static final CharSequence IDEMPOTENCY_KEY = HttpHeaders.createOptimized("Idempotency-Key");
    private static final CharSequence REQUEST_ID = HttpHeaders.createOptimized(ProblemAnswers.REQUEST_ID);

    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");

    private final InternalTokens tokens;
    private final UpstreamSpans spans;

    Errands(InternalTokens tokens, UpstreamSpans spans) {
        this.tokens = tokens;
        this.spans = spans;
    }

    Errand errand(Operation operation, HttpServerRequest request, Terms terms, Load load) {
        MultiMap headers = HttpHeaders.headers();
        for (String declared : operation.headers()) {
            List<String> values = request.headers().getAll(declared);
            if (!values.isEmpty()) {
                headers.set(declared, values);
            }
        }
        headers.set(HttpHeaders.ACCEPT, terms.view().accept());
        vouch(headers, operation.service(), terms.caller(), request);
        if (Bodies.announced(request)) {
            headers.set(HttpHeaders.CONTENT_TYPE, request.getHeader(HttpHeaders.CONTENT_TYPE));
        }
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (load.isLong() && length != null) {
            headers.set(HttpHeaders.CONTENT_LENGTH, length);
        }
        return new Errand(operation.service(), operation.method(), request.uri(), headers, load);
    }

    /** What one of our own operations asks of a service while it answers the request; bodies are JSON. */
    Errand errand(Services.Question question, Caller caller, HttpServerRequest request) {
        MultiMap headers = HttpHeaders.headers().set(HttpHeaders.ACCEPT, JSON);
        vouch(headers, question.service(), caller, request);
        if (question.body() != null) {
            headers.set(HttpHeaders.CONTENT_TYPE, JSON);
        }
        String key = request.getHeader(IDEMPOTENCY_KEY);
        if (key != null) {
            headers.set(IDEMPOTENCY_KEY, key);
        }
        return new Errand(question.service(), question.method(), question.uri(), headers, Load.of(question.body()));
    }

    /** What the gateway asks for itself, as everybody may. */
    Errand bulk(ServiceName service, String uri, String accept) {
        MultiMap headers = HttpHeaders.headers().set(HttpHeaders.ACCEPT, accept)
                .set(REQUEST_ID, UUID.randomUUID().toString())
                .set(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.token(Caller.ANONYMOUS, service.id()));
        return new Errand(service, "GET", uri, headers, Load.of(null));
    }

    private void vouch(MultiMap headers, ServiceName service, Caller caller, HttpServerRequest request) {
        spans.join(headers, request);
        headers.set(REQUEST_ID, request.getHeader(REQUEST_ID)) // ours since the arrival
                .set(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.token(caller, service.id()));
    }
}
