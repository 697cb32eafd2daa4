package atlas.county.imports.read;

import java.io.IOException;
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
        return at(row, null, e);
    }

    /** @param line on which the row begins; null when the failure tells where it is */
    static ProblemException at(int row, Integer line, IOException e) throws IOException {
        String begin = row == 0 ? "The header" : "Row " + row + (line == null ? "" : ", which begins on line " + line + ",");
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof StreamConstraintsException) {
                return because(begin + " is too long or too deep for one record: is a quotation mark or a line end missing?");
            }
            if (cause instanceof JsonProcessingException unreadable) {
                return because(begin + " cannot be read (line " + unreadable.getLocation().getLineNr() + ", column "
                        + unreadable.getLocation().getColumnNr() + "): is a quotation mark missing?");
            }
        }
        throw e;
    }
}
