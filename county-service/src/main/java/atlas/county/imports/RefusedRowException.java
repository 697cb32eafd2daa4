package atlas.county.imports;

import java.util.List;
import java.util.stream.Collectors;

import atlas.service.problem.FieldError;
import atlas.service.problem.ProblemException;

/** A row that is not taken, and why. */
public class RefusedRowException extends RuntimeException {

    private final transient List<FieldError> errors;
    private final transient List<Candidate> candidates;

    RefusedRowException(String reason, List<FieldError> errors, List<Candidate> candidates) {
        super(reason);
        this.errors = List.copyOf(errors);
        this.candidates = List.copyOf(candidates);
    }

    /** One field is wrong, and these counties may be meant. */
    public static RefusedRowException field(String field, String message, List<Candidate> candidates) {
        return new RefusedRowException(field + " " + message, List.of(FieldError.inBody("/" + field, message)), candidates);
    }

    static RefusedRowException because(ProblemException refusal) {
        String reason = refusal.errors().isEmpty() ? refusal.getMessage()
                : refusal.errors().stream().map(error -> error.field() + " " + error.message())
                        .collect(Collectors.joining("; "));
        return new RefusedRowException(reason, refusal.errors(), List.of());
    }

    List<FieldError> errors() {
        return errors;
    }

    List<Candidate> candidates() {
        return candidates;
    }
}
