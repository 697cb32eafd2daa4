package atlas.service.page;

import java.util.regex.Pattern;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.service.problem.ProblemException;

/** How many items a page has at the most: 1 to 500. */
@Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500", defaultValue = "50", description = "how many items at the most")
public record PageLimit(int value) {

    public static final String DEFAULT = "50";
    private static final int MOST = 500;
    private static final Pattern FORMAT = Pattern.compile("[0-9]{1,9}");

    public PageLimit {
        if (value < 1 || value > MOST) {
            throw refusal();
        }
    }

    /** Reads it from a query parameter. */
    public static PageLimit fromString(String text) {
        if (!FORMAT.matcher(text).matches()) {
            throw refusal();
        }
        return new PageLimit(Integer.parseInt(text));
    }

    private static ProblemException refusal() {
        return ProblemException.invalid("limit", "a whole number from 1 to " + MOST);
    }
}
