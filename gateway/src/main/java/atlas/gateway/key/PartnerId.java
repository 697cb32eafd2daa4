package atlas.gateway.key;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.service.problem.IdText;
import atlas.service.problem.ProblemException;

/** A partner's id as a parameter: one that is none is refused with the parameter's name. */
@Schema(type = SchemaType.STRING, format = "uuid", examples = "5f0c2a44-5f3a-4c38-9d19-0d6c6a3a7c11", description = "a partner's id")
public record PartnerId(UUID value) {

    private static final int LENGTH = 36;

    /** Reads it from a query parameter. */
    public static PartnerId fromString(String text) {
        try {
            if (text.length() == LENGTH) {
                return new PartnerId(IdText.read(text));
            }
        } catch (IllegalArgumentException e) {
            throw refusal();
        }
        throw refusal();
    }

    private static ProblemException refusal() {
        return ProblemException.invalid("partner", "the id of a partner, for example 5f0c2a44-5f3a-4c38-9d19-0d6c6a3a7c11");
    }
}
