package atlas.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    @TempDir
    private Path folder;

    private Path log;
    private LogTail tail;

    @BeforeEach
    void writeWhatWasThereBefore() throws IOException {
        log = Files.writeString(folder.resolve("server.log"), "FATAL: an old story\n");
        tail = LogTail.of(log);
    }

    @Test
    void knowsOnlyWhatCameSince() throws IOException {
        write("started\n");

        assertTrue(tail.contains("started"));
        assertFalse(tail.contains("old story"));
    }

    @Test
    void givesTheFirstFailureAsTheReason() throws IOException {
        write("starting\nFATAL:  could not write lock file: No space left on device\nFATAL:  and so on\nbye\n");

        assertEquals("FATAL:  could not write lock file: No space left on device (log: " + log + ")", tail.reason());
    }

    @Test
    void givesTheDeepestCauseOfAStackTrace() throws IOException {
        write("ERROR Failed to start application: java.lang.RuntimeException: Failed to start\n\tat a.B.c(B.java:1)\n"
                + "Caused by: jakarta.enterprise.inject.CreationException: no\n\tat a.B.c(B.java:2)\n"
                + "Caused by: org.flywaydb.core.api.FlywayException: checksum mismatch\n\t... 7 more\n");

        assertEquals("org.flywaydb.core.api.FlywayException: checksum mismatch (log: " + log + ")", tail.reason());
    }

    @Test
    void givesTheLastLineWhenNoneTells() throws IOException {
        write("one\ntwo\n\n");

        assertEquals("two (log: " + log + ")", tail.reason());
    }

    @Test
    void saysThatNothingWasWritten() {
        assertEquals("no output (log: " + log + ")", tail.reason());
    }

    private void write(String text) throws IOException {
        Files.writeString(log, text, StandardOpenOption.APPEND);
    }
}
