package atlas.service.write;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

import atlas.service.problem.ProblemAnswers;
import atlas.service.security.Caller;
import io.vertx.core.http.HttpServerRequest;

/** What identifies a write: who sends it, where to, and under which key it may be repeated. */
@RequestScoped
public class WriteRequest {

    private final Caller caller;
    private final HttpServerRequest request;
    private final UriInfo uri;
    private final HttpHeaders headers;

    WriteRequest(Caller caller, HttpServerRequest request, UriInfo uri, HttpHeaders headers) {
        this.caller = caller;
        this.request = request;
        this.uri = uri;
        this.headers = headers;
    }

    public Author author() {
        return new Author(caller.keyId(), caller.owner(), caller.organisation(), caller.jurisdiction(),
                headers.getHeaderString(ProblemAnswers.REQUEST_ID));
    }

    /** Whether what the caller writes becomes a submission. */
    public boolean mustWait() {
        return caller.mustWait();
    }

    String method() {
        return request.method().name();
    }

    String path() {
        return uri.getPath();
    }

    /** The key of repetition; null when the caller sent none. */
    IdempotencyKey idempotencyKey() {
        String value = headers.getHeaderString("Idempotency-Key");
        return value == null ? null : new IdempotencyKey(value);
    }

    String ifMatch() {
        return headers.getHeaderString(HttpHeaders.IF_MATCH);
    }
}
