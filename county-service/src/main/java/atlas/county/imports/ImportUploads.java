package atlas.county.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.county.imports.read.FileFormat;
import atlas.county.imports.read.FileReading;
import atlas.service.problem.Problem.Kind;
import atlas.service.problem.ProblemException;
import atlas.service.submission.Submissions;

/** Takes files: to disk first, then, a few at a time, row by row into the database. */
@ApplicationScoped
class ImportUploads {

    private static final long PATIENCE_SECONDS = 30;

    private final ImportService imports;
    private final FileReading reading;
    private final ImportWorker worker;
    private final Submissions submissions;
    private final ImportsConfig config;
    private final Semaphore turns;

    ImportUploads(ImportService imports, FileReading reading, ImportWorker worker, Submissions submissions,
            ImportsConfig config) {
        this.imports = imports;
        this.reading = reading;
        this.worker = worker;
        this.submissions = submissions;
        this.config = config;
        this.turns = new Semaphore(config.readAtOnce(), true);
    }

    /** Takes a file, or refuses it whole; its rows are worked on afterwards. */
    ImportView take(InputStream content, ImportOptions options, String contentType, String fileName) throws IOException {
        FileFormat format = options.sent(contentType, fileName, null).format(); // before anything is taken
        long limit = format == FileFormat.XLSX ? config.largestSpreadsheet() : config.largestFile();
        try (Spool spool = Spool.of(content, limit)) {
            SentFile sent = options.sent(contentType, fileName, spool.sha256());
            ImportView view = inTurn(() -> imports.stage(sent, submissions.mustWait(), rowLimit(format),
                    taker -> reading.read(format, spool.file(), taker)));
            worker.wake();
            return view;
        }
    }

    private int rowLimit(FileFormat format) {
        return format == FileFormat.XLSX ? config.mostSpreadsheetRows() : config.mostRows();
    }

    private ImportView inTurn(Staging staging) throws IOException {
        try {
            if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new ProblemException(Kind.UNAVAILABLE, "Other files are being read: send it again in a moment.",
                        List.of());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a file waited for its turn", e);
        }
        try {
            return staging.stage();
        } finally {
            turns.release();
        }
    }

    private interface Staging {
        ImportView stage() throws IOException;
    }
}
