package atlas.county.imports.read;

import java.io.IOException;
import java.io.Reader;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;

/** Lines that end with LF, CR LF or CR; empty ones are left out. */
final class Lines {

    private final Reader text;
    private final int longest;

    Lines(Reader text, int longest) {
        this.text = text;
        this.longest = longest;
    }

    /** The next line that is not blank; null at the end. */
    String next() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int character = text.read(); character >= 0; character = text.read()) {
            if (character == '\n' || character == '\r') {
                if (!line.toString().isBlank()) {
                    return line.toString();
                }
                line.setLength(0);
            } else if (line.length() == longest) {
                throw new StreamConstraintsException("a line is too long");
            } else {
                line.append((char) character);
            }
        }
        return line.toString().isBlank() ? null : line.toString();
    }
}
