package atlas.county.imports.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** Knows by a file's first bytes that it is something else than it was sent as. */
final class FileSigns {

    private static final int LONGEST = 8;
    private static final String OLD_OFFICE = "d0cf11e0a1b11ae1";
    private static final String ZIP = "504b0304";
    private static final String GZIP = "1f8b";
    private static final String PDF = "25504446";
    private static final String UTF_16_BIG = "feff";
    private static final String UTF_16_LITTLE = "fffe";

    private FileSigns() {
    }

    /** Of a file that must be text. */
    static void refuseBinary(Path file) throws IOException {
        String begin = begin(file);
        if (begin.startsWith(UTF_16_BIG) || begin.startsWith(UTF_16_LITTLE)) {
            throw Unreadable.because("The file is in UTF-16. Save it as UTF-8 and send it again.");
        }
        if (begin.startsWith(ZIP)) {
            throw Unreadable.because("The file is a spreadsheet (XLSX) or another archive, not text: send ICE's list with"
                    + " ?format=xlsx, save other spreadsheets as CSV, unpack what is packed.");
        }
        if (begin.startsWith(GZIP)) {
            throw Unreadable.because("The file is compressed (gzip): send it unpacked, without Content-Encoding.");
        }
        if (begin.startsWith(OLD_OFFICE) || begin.startsWith(PDF)) {
            throw Unreadable.because("The file is a document, not text: save its records as CSV, JSON or NDJSON.");
        }
    }

    /** Of a file that must be an XLSX spreadsheet: programs wrap one with a password as they did old spreadsheets. */
    static void refuseOldSpreadsheet(Path file) throws IOException {
        if (begin(file).equals(OLD_OFFICE)) {
            throw Unreadable
                    .because("The file is an old spreadsheet (XLS), or it has a password: save it as XLSX without one.");
        }
    }

    private static String begin(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return HexFormat.of().formatHex(in.readNBytes(LONGEST));
        }
    }
}
