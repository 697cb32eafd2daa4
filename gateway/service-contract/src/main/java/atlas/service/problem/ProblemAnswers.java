package atlas.service.problem;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

import atlas.events.database.DatabaseRefusal;
import atlas.service.problem.Problem.Kind;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerRequest;

/** Turns what went wrong into problem+json, in one place. The message of a library is never shown to a caller. */
public class ProblemAnswers {

    public static final String REQUEST_ID = "X-Request-Id";
    /** What was written may be there when the connection was lost at the end. */
    private static final ProblemException AWAY = ProblemException.unavailable(
            "The database does not answer at the moment. Send the"
                    + " same again a little later; with an Idempotency-Key it is done once, however often it is sent.",
            Duration.ofSeconds(5));
    private static final Logger LOG = Logger.getLogger(ProblemAnswers.class);

    private final HttpServerRequest request;

    ProblemAnswers(HttpServerRequest request) {
        this.request = request;
    }

    @ServerExceptionMapper
    public Response refused(ProblemException refused) {
        return answer(refused);
    }

    @ServerExceptionMapper
    public Response unreadable(MismatchedInputException e) {
        return answer(ProblemException.invalid(JsonErrors.of(e)));
    }

    @ServerExceptionMapper
    public Response wronglyMapped(JsonMappingException e) {
        return answer(JsonErrors.refusal(e));
    }

    @ServerExceptionMapper
    public Response notJson(StreamReadException e) {
        return malformed();
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException e) {
        List<FieldError> errors = e.getConstraintViolations().stream().map(violation -> FieldError
                .parameter(lastName(violation.getPropertyPath().toString()), violation.getMessage()))
                .collect(Collectors.toList());
        return answer(ProblemException.invalid(errors));
    }

    /** What the framework refuses, and exceptions of ours that it wrapped while it converted a parameter or read a body. */
    @ServerExceptionMapper
    public Response refusedByTheFramework(WebApplicationException e, ResourceInfo resource, UriInfo uri) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException refused) {
                return answer(withTheOthers(refused, resource, uri));
            }
            if (cause instanceof MismatchedInputException mismatched) {
                return unreadable(mismatched);
            }
            if (cause instanceof JsonMappingException wronglyMapped) {
                return wronglyMapped(wronglyMapped);
            }
            if (cause instanceof JsonProcessingException) {
                return malformed();
            }
        }
        int status = e.getResponse().getStatus();
        return status >= 500 ? unexpected(e) : answer(Kind.ofStatus(status), Kind.ofStatus(status).title(), List.of());
    }

    private static ProblemException withTheOthers(ProblemException refused, ResourceInfo resource, UriInfo uri) {
        boolean parameter = refused.errors().size() == 1 && refused.errors().get(0).pointer() == null;
        return parameter && resource != null && resource.getResourceMethod() != null
                ? ProblemException.invalid(ParameterErrors.of(resource.getResourceMethod(), uri, refused.errors().get(0)))
                : refused;
    }

    @ServerExceptionMapper({ UnauthorizedException.class, AuthenticationFailedException.class })
    public Response unauthenticated() {
        return answer(Kind.UNAUTHENTICATED, "This service takes requests of the gateway only.", List.of());
    }

    @ServerExceptionMapper(ForbiddenException.class)
    public Response forbidden() {
        return answer(Kind.FORBIDDEN, "The key has no scope that allows this.", List.of());
    }

    @ServerExceptionMapper(Throwable.class)
    public Response unexpected(Throwable e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException refused) {
                return answer(refused); // a transaction interceptor or a constructor call wrapped it
            }
        }
        DatabaseRefusal refusal = DatabaseRefusal.of(e);
        if (refusal != null && refusal.isOfTheServer()) {
            LOG.warnf("request %s: the database is away, SQLSTATE %s", requestId(), refusal.state());
            return answer(AWAY);
        }
        LOG.errorf(e, "request %s failed", requestId());
        return answer(Kind.INTERNAL, "The failure was logged with the request's id.", List.of());
    }

    private Response malformed() {
        return answer(Kind.MALFORMED_BODY, JsonErrors.MALFORMED, List.of());
    }

    private Response answer(ProblemException refused) {
        Response.ResponseBuilder answer = answering(refused.kind(), refused.getMessage(), refused.errors());
        if (refused.retryAfter() != null) {
            answer.header(HttpHeaders.RETRY_AFTER, Math.max(1, refused.retryAfter().toSeconds()));
        }
        return answer.build();
    }

    private Response answer(Kind kind, String detail, List<FieldError> errors) {
        return answering(kind, detail, errors).build();
    }

    private Response.ResponseBuilder answering(Kind kind, String detail, List<FieldError> errors) {
        return Response.status(kind.status()).type(MediaType.valueOf(Problem.MEDIA_TYPE))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(Problem.of(kind, detail, errors, requestId()));
    }

    private String requestId() {
        return request.getHeader(REQUEST_ID);
    }

    private static String lastName(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
