package atlas.county.imports.read;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Inflates a spreadsheet once, counting, before anything is made of it: a bomb tells little of its size beforehand. */
final class XlsxScan {

    private static final int MOST_ENTRIES = 200;
    private static final long MOST_INFLATED = 32L << 20;
    private static final int BUFFER = 16_384;

    private XlsxScan() {
    }

    static void check(Path file) throws IOException {
        long inflated = 0;
        byte[] buffer = new byte[BUFFER];
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw Unreadable.because("The spreadsheet has too many parts.");
            }
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream part = zip.getInputStream(entry)) {
                    for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
                        inflated += read;
                        if (inflated > MOST_INFLATED) {
                            throw Unreadable.tooLarge("The spreadsheet unpacks to more than " + MOST_INFLATED + " bytes.");
                        }
                    }
                }
            }
        } catch (ZipException | EOFException e) {
            throw XlsxRows.notASpreadsheet();
        }
    }
}
