package atlas.county.imports.read;

import java.io.IOException;
import java.nio.file.Path;

import jakarta.enterprise.context.ApplicationScoped;

/** Reads a file of any format row by row. */
@ApplicationScoped
public class FileReading {

    /** Gives every row to the taker. */
    public void read(FileFormat format, Path file, Rows.Taker taker) throws IOException {
        rows(format).read(file, taker);
    }

    private static Rows rows(FileFormat format) {
        return switch (format) {
            case JSON -> new JsonRows();
            case NDJSON -> new NdjsonRows();
            case CSV -> new CsvRows();
            case XLSX -> new XlsxRows();
        };
    }
}
