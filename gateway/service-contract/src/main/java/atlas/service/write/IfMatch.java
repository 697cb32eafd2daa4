package atlas.service.write;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.service.problem.ProblemException;

/**
 * The version that a writer has seen, from the If-Match header: the ETag of the record as it was read.
 */
@Schema(type = SchemaType.STRING, examples = "\"3\"", description = "the ETag of the version that is to be changed")
public record IfMatch(String tag) {

    private static final Pattern VERSION = Pattern.compile("\"([0-9]{1,9})\"");

    /** Reads it from the header. */
    public static IfMatch fromString(String value) {
        return new IfMatch(value);
    }

    /** The ETag of a version. */
    public static String tagOf(int version) {
        return "\"" + version + "\"";
    }

    /**
     * Makes sure that the header names the current version.
     *
     * @throws ProblemException 428 when it is missing, 412 when it names another version
     */
    public static void check(IfMatch header, int current) {
        if (header == null || header.tag().isBlank()) {
            throw ProblemException.preconditionRequired("Send If-Match with the ETag of the version that you have read.");
        }
        Matcher matcher = VERSION.matcher(header.tag().strip());
        if (!matcher.matches()) {
            throw ProblemException.preconditionFailed("If-Match does not name a version: send the ETag as it was received.");
        }
        if (Integer.parseInt(matcher.group(1)) != current) {
            throw ProblemException.preconditionFailed("The current version is " + current + ": read it again and decide anew.");
        }
    }
}
