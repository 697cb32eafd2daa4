package atlas.county.imports.read;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import atlas.service.problem.ProblemException;

/** Inflates a spreadsheet once, counting, before anything is made of it: a bomb tells little of its size beforehand. */
final class XlsxScan {

    static final long MOST_INFLATED = 32L << 20;
    private static final int MOST_ENTRIES = 200;
    private static final long MOST_RATIO = 100;
    private static final long SMALL = 1L << 20;
    private static final int BUFFER = 16_384;

    private XlsxScan() {
    }

    static ProblemException notASpreadsheet() {
        return Unreadable.because("The file is not a spreadsheet (XLSX), or it is damaged.");
    }

    static void check(Path file) throws IOException {
        FileSigns.refuseOldSpreadsheet(file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw Unreadable.because("The spreadsheet has more than " + MOST_ENTRIES + " parts.");
            }
            long inflated = 0;
            for (ZipEntry entry : Collections.list(zip.entries())) {
                inflated += inflated(zip, entry, MOST_INFLATED - inflated);
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw notASpreadsheet();
        }
    }

    private static long inflated(ZipFile zip, ZipEntry entry, long most) throws IOException {
        long size = 0;
        byte[] buffer = new byte[BUFFER];
        try (InputStream part = zip.getInputStream(entry)) {
            for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
                size += read;
                if (size > most) {
                    throw Unreadable.tooLarge("The spreadsheet unpacks to more than " + MOST_INFLATED + " bytes.");
                }
                if (size > SMALL && size / MOST_RATIO > entry.getCompressedSize()) {
                    throw Unreadable.tooLarge("The spreadsheet unpacks to more than " + MOST_RATIO + " times its size.");
                }
            }
        }
        return size;
    }
}
