package atlas.scoring.statistics;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.service.problem.ProblemException;

/** What the numbers of a table are split by. */
@Schema(type = SchemaType.STRING, enumeration = "basis", examples = "basis", description = "what the numbers are split by: basis tells how many rest on state law, county policy, a contract or an assumption")
public record Split(String by) {

    private static final String BASIS = "basis";

    /** Reads it from a query parameter. */
    public static Split fromString(String word) {
        if (!word.equals(BASIS)) {
            throw ProblemException.invalid("split", "must be " + BASIS + ", or absent");
        }
        return new Split(word);
    }
}
