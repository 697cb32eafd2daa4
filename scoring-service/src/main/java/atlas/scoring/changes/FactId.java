package atlas.scoring.changes;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.service.problem.IdText;
import atlas.service.problem.ProblemException;

/** The id of a policy record or of a law. */
@Schema(type = SchemaType.STRING, format = "uuid", examples = "0197a000-0000-7000-8000-000000000001", description = "id of a policy record or of a law")
public record FactId(UUID value) {

    private static final int LENGTH = 36;

    /** Reads it from a query parameter. */
    public static FactId fromString(String text) {
        if (text.length() != LENGTH) {
            throw refusal();
        }
        try {
            return new FactId(IdText.read(text));
        } catch (IllegalArgumentException e) {
            throw refusal();
        }
    }

    private static ProblemException refusal() {
        return ProblemException.invalid("id",
                "the id of a record or a law: a UUID, for example 0197a000-0000-7000-8000-000000000001");
    }
}
