package atlas.gateway.door;

import java.util.List;
import java.util.Map;

import atlas.service.problem.FieldError;
import atlas.service.problem.Problem.Kind;
import atlas.service.problem.ProblemException;

/** A request that the gateway itself refuses, with the headers that go with the refusal. */
public class Refusal extends ProblemException {

    private static final long serialVersionUID = 1L;
    private static final String CHALLENGE = "Bearer realm=\"Sanctuary Atlas\"";

    private final transient Map<String, String> headers;

    private Refusal(Kind kind, String detail, List<FieldError> errors, Map<String, String> headers) {
        super(kind, detail, errors);
        this.headers = Map.copyOf(headers);
    }

    public static Refusal of(Kind kind, String detail) {
        return new Refusal(kind, detail, List.of(), Map.of());
    }

    /** A refusal after which nothing more is heard on the connection. */
    static Refusal closing(Kind kind, String detail) {
        return new Refusal(kind, detail, List.of(), Map.of("Connection", "close"));
    }

    /** No key was sent where one is needed. */
    public static Refusal keyNeeded() {
        return new Refusal(Kind.UNAUTHENTICATED, "Send a key: Authorization: Bearer atlas_...", List.of(),
                Map.of("WWW-Authenticate", CHALLENGE));
    }

    /** A key was sent that is not, or no longer, one of ours. Which of the two is not told. */
    public static Refusal keyRefused() {
        return new Refusal(Kind.UNAUTHENTICATED, "The key is not valid: unknown, mistyped, expired or revoked.", List.of(),
                Map.of("WWW-Authenticate", CHALLENGE + ", error=\"invalid_token\""));
    }

    public static Refusal methodNotAllowed(String allowed) {
        return new Refusal(Kind.METHOD_NOT_ALLOWED, "Allowed here: " + allowed, List.of(), Map.of("Allow", allowed));
    }

    /** A part of something was wanted that begins behind its end. */
    public static Refusal rangeNotSatisfiable(long length) {
        return new Refusal(Kind.RANGE_NOT_SATISFIABLE, "The file has " + length + " bytes.", List.of(),
                Map.of("Content-Range", "bytes */" + length));
    }

    /** Something behind the gateway is away; the caller should ask again in some seconds. */
    public static Refusal unavailable(String detail) {
        return new Refusal(Kind.UNAVAILABLE, detail, List.of(), Map.of("Retry-After", "2"));
    }

    /** Somebody asks more often than they may; how soon they may again, they are told. */
    public static Refusal tooMany(String detail, long seconds) {
        return new Refusal(Kind.TOO_MANY_REQUESTS, detail, List.of(), Map.of("Retry-After", Long.toString(seconds)));
    }

    boolean isClosing() {
        return headers.containsKey("Connection");
    }

    Map<String, String> headers() {
        return headers;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this; // it says nothing about our code, and is made for every bad request
    }
}
