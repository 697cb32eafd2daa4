package atlas.service.write;

import java.util.regex.Pattern;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.service.problem.ProblemException;

/** Marks a write as the same one: 1 to 200 visible ASCII characters. */
@Schema(type = SchemaType.STRING, maxLength = 200, examples = "7f9c2ba4-import-17", description = "the same key again answers the same again, and records once")
public record IdempotencyKey(String value) {

    private static final int LONGEST = 200;
    private static final Pattern FORMAT = Pattern.compile("[\\x21-\\x7e]+");

    public IdempotencyKey {
        if (value.isEmpty() || value.length() > LONGEST || !FORMAT.matcher(value).matches()) {
            throw ProblemException.invalid("Idempotency-Key", "1 to " + LONGEST + " visible ASCII characters");
        }
    }

    /** Reads it from the header. */
    public static IdempotencyKey fromString(String value) {
        return new IdempotencyKey(value);
    }
}
