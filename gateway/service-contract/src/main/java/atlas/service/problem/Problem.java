package atlas.service.problem;

import java.util.List;
import java.util.Locale;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Why a request was refused (RFC 9457).
 *
 * @param type stable name of the sort of problem, as a path of this API
 */
@Schema(description = "Why a request was refused (RFC 9457).")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(@Schema(examples = "/problems/invalid-input") String type,
        @Schema(examples = "The request is not valid") String title,
        @Schema(examples = "400") int status,
        @Schema(examples = "1 field is not valid: effectiveTo") String detail,
        @Schema(description = "names this request in our logs") String requestId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = errors == null ? List.of() : List.copyOf(errors);
    }

    public static Problem of(Kind kind, String detail, List<FieldError> errors, String requestId) {
        return new Problem("/problems/" + kind.slug(), kind.title(), kind.status(), detail, requestId, errors);
    }

    /** The sorts of problems, each with its status. */
    public enum Kind {
        INVALID_INPUT(400, "The request is not valid"),
        MALFORMED_BODY(400, "The body cannot be read"),
        BAD_PATH(400, "The path is not valid"),
        UNAUTHENTICATED(401, "A valid key is needed"),
        FORBIDDEN(403, "The key does not allow this"),
        NOT_FOUND(404, "There is no such thing"),
        METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
        NOT_ACCEPTABLE(406, "No answer in an accepted media type"),
        CONFLICT(409, "The request conflicts with another"),
        GONE(410, "It is no longer there"),
        PRECONDITION_FAILED(412, "It was changed in the meantime"),
        BODY_TOO_LARGE(413, "The body is too large"),
        URI_TOO_LONG(414, "The address is too long"),
        UNSUPPORTED_MEDIA_TYPE(415, "The media type of the body is not taken"),
        RANGE_NOT_SATISFIABLE(416, "There is no such part"),
        UNPROCESSABLE(422, "The request cannot be taken"),
        PRECONDITION_REQUIRED(428, "The version to change must be named"),
        TOO_MANY_REQUESTS(429, "Too many requests"),
        HEADERS_TOO_LARGE(431, "The headers are too large"),
        INTERNAL(500, "Something went wrong on our side"),
        UNAVAILABLE(503, "A part of the service is not available"),
        GATEWAY_TIMEOUT(504, "A part of the service did not answer in time");

        private final int status;
        private final String title;

        Kind(int status, String title) {
            this.status = status;
            this.title = title;
        }

        public int status() {
            return status;
        }

        public String title() {
            return title;
        }

        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The sort of problem that a bare status stands for. */
        public static Kind ofStatus(int status) {
            for (Kind kind : values()) {
                if (kind.status == status) {
                    return kind;
                }
            }
            return status < 500 ? INVALID_INPUT : INTERNAL;
        }
    }
}
