package atlas.county.imports.read;

import java.io.IOException;
import java.nio.file.Path;

/** Reads a file row by row, in constant memory. */
public interface Rows {

    /**
     * Gives every row to the taker, in order.
     *
     * @throws atlas.service.problem.ProblemException when the file cannot be read at all; a single bad row is given on as it is
     */
    void read(Path file, Taker taker) throws IOException;

    /** Takes rows, each as one JSON value. */
    interface Taker {
        void take(String row) throws IOException;
    }
}
