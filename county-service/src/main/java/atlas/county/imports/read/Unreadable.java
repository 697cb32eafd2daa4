package atlas.county.imports.read;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;

import atlas.service.problem.Problem.Kind;
import atlas.service.problem.ProblemException;

/** Says why a file cannot be read at all. */
public final class Unreadable {

    private Unreadable() {
    }

    public static ProblemException because(String detail) {
        return new ProblemException(Kind.MALFORMED_BODY, detail, List.of());
    }

    public static ProblemException tooLarge(String detail) {
        return new ProblemException(Kind.BODY_TOO_LARGE, detail, List.of());
    }

    /** What a reader's failure means for the sender; a failure of our own disk is passed on. */
    static ProblemException at(int row, IOException e) throws IOException {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return because("The file is not in UTF-8, near row " + row + ". Save it as UTF-8 and send it again.");
            }
            if (cause instanceof StreamConstraintsException) {
                return because(
                        "Row " + row + " is too long or too deep for one record: is a quotation mark or a line end missing?");
            }
            if (cause instanceof JsonProcessingException unreadable) {
                return because("Row " + row + " cannot be read (line " + unreadable.getLocation().getLineNr() + ", column "
                        + unreadable.getLocation().getColumnNr() + "): is a quotation mark missing?");
            }
        }
        throw e;
    }
}
