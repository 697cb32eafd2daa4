package atlas.county.imports;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.county.imports.read.FileFormat;
import atlas.county.imports.read.FileReading;
import atlas.county.imports.read.Rows;
import atlas.county.imports.read.Unreadable;
import atlas.service.problem.ProblemException;

/** Takes files: to disk first, then, a few at a time, row by row into the database. */
@ApplicationScoped
class ImportUploads {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SpoolFolder folder;
    private final ImportService imports;
    private final FileReading reading;
    private final ImportWorker worker;
    private final ImportsConfig config;
    private final Semaphore places;
    private final Semaphore turns;

    ImportUploads(SpoolFolder folder, ImportService imports, FileReading reading, ImportWorker worker, ImportsConfig config) {
        this.folder = folder;
        this.imports = imports;
        this.reading = reading;
        this.worker = worker;
        this.config = config;
        this.places = new Semaphore(config.sentAtOnce());
        this.turns = new Semaphore(config.readAtOnce(), true);
    }

    /** Takes a file, or refuses it whole; its rows are worked on afterwards. */
    ImportView take(InputStream content, ImportOptions options, String contentType, String fileName) throws IOException {
        options.sent(contentType, fileName, null); // before anything is taken
        return within(places, Duration.ZERO, () -> taken(content, options, contentType, fileName));
    }

    private ImportView taken(InputStream content, ImportOptions options, String contentType, String fileName)
            throws IOException {
        FileFormat format = options.sent(contentType, fileName, null).format();
        long limit = format == FileFormat.XLSX ? config.largestSpreadsheet() : config.largestFile();
        try (Spool spool = folder.take(content, limit)) {
            SentFile sent = options.sent(contentType, fileName, spool.sha256());
            ImportView view = within(turns, PATIENCE, () -> imports.stage(sent, rowLimit(format),
                    taker -> reading.read(format, spool.file(), inTime(format, taker))));
            worker.wake();
            return view;
        }
    }

    private int rowLimit(FileFormat format) {
        return format == FileFormat.XLSX ? config.mostSpreadsheetRows() : config.mostRows();
    }

    /** A spreadsheet is small; one that takes long to read was made for that. */
    private Rows.Taker inTime(FileFormat format, Rows.Taker taker) {
        long begun = System.nanoTime();
        long most = config.spreadsheetTime().toNanos();
        return row -> {
            if (format == FileFormat.XLSX && System.nanoTime() - begun > most) {
                throw Unreadable.tooLarge("The spreadsheet takes longer than " + config.spreadsheetTime().toSeconds()
                        + " seconds to read: send a smaller one.");
            }
            taker.take(row);
        };
    }

    private static ImportView within(Semaphore some, Duration patience, Step step) throws IOException {
        try {
            if (!some.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw ProblemException.unavailable("Other files are being taken: send it again in a moment.", PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a file waited for its turn", e);
        }
        try {
            return step.take();
        } finally {
            some.release();
        }
    }

    private interface Step {
        ImportView take() throws IOException;
    }
}
