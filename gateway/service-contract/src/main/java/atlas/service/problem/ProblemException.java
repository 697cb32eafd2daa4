package atlas.service.problem;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import atlas.service.problem.Problem.Kind;

/** A request that is refused, and why. Only these become answers of 4xx, or of 503: any other exception is a fault of ours. */
public class ProblemException extends RuntimeException {

    private final Kind kind;
    private final transient List<FieldError> errors;
    private final Duration retryAfter;

    public ProblemException(Kind kind, String detail, List<FieldError> errors) {
        this(kind, detail, errors, null);
    }

    private ProblemException(Kind kind, String detail, List<FieldError> errors, Duration retryAfter) {
        super(detail);
        this.kind = kind;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
    }

    /** A parameter or header that is not valid. */
    public static ProblemException invalid(String parameter, String message) {
        return invalid(List.of(FieldError.parameter(parameter, message)));
    }

    public static ProblemException invalid(List<FieldError> errors) {
        String fields = errors.stream().map(FieldError::field).distinct().limit(10).collect(Collectors.joining(", "));
        return new ProblemException(Kind.INVALID_INPUT, "Not valid: " + fields, errors);
    }

    public static ProblemException notFound(String detail) {
        return new ProblemException(Kind.NOT_FOUND, detail, List.of());
    }

    public static ProblemException forbidden(String detail) {
        return new ProblemException(Kind.FORBIDDEN, detail, List.of());
    }

    public static ProblemException conflict(String detail) {
        return new ProblemException(Kind.CONFLICT, detail, List.of());
    }

    public static ProblemException preconditionFailed(String detail) {
        return new ProblemException(Kind.PRECONDITION_FAILED, detail, List.of());
    }

    public static ProblemException preconditionRequired(String detail) {
        return new ProblemException(Kind.PRECONDITION_REQUIRED, detail, List.of());
    }

    public static ProblemException unprocessable(String detail) {
        return new ProblemException(Kind.UNPROCESSABLE, detail, List.of());
    }

    /** Too much is asked at once: the same request may succeed a little later. */
    public static ProblemException unavailable(String detail, Duration retryAfter) {
        return new ProblemException(Kind.UNAVAILABLE, detail, List.of(), retryAfter);
    }

    public Kind kind() {
        return kind;
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** After how long the request may be sent again; null when that is not known. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
