package atlas.county.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file as it came, on disk until it is read: a slow sender holds no connection to the database. */
record Spool(Path file, String sha256) implements AutoCloseable {

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
