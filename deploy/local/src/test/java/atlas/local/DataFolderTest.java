package atlas.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path parent;

    @Test
    void isItsOwnersAlone() throws IOException {
        Path path = parent.resolve("a/b");

        DataFolder.open(path).close();

        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
    }

    @Test
    void isTakenOverFromAnEarlierRun() throws IOException {
        try (DataFolder first = DataFolder.open(parent.resolve("data"))) {
            Files.writeString(first.keys(), "kept");
        }
        try (DataFolder second = DataFolder.open(parent.resolve("data"))) {
            assertEquals("kept", Files.readString(second.keys()));
        }
    }

    @Test
    void refusesAFolderOfSomebodyElses() throws IOException {
        Path thesis = Files.writeString(parent.resolve("thesis.txt"), "years of work");

        CannotStartException refusal = assertThrows(CannotStartException.class, () -> DataFolder.open(parent));

        assertTrue(refusal.getMessage().contains("--data"), refusal.getMessage());
        assertTrue(Files.exists(thesis));
    }

    @Test
    void refusesAFile() throws IOException {
        Path file = Files.writeString(parent.resolve("file"), "");

        CannotStartException refusal = assertThrows(CannotStartException.class, () -> DataFolder.open(file));

        assertEquals("cannot use " + file + " for the data: " + file + " is not a folder; choose another with --data",
                refusal.getMessage());
    }

    @Test
    void startsOverInPlace() throws IOException {
        try (DataFolder data = DataFolder.open(parent.resolve("data"))) {
            Files.createDirectories(data.postgres().resolve("data/base"));
            Files.writeString(data.postgres().resolve("data/base/1"), "a row");

            data.clear();

            assertFalse(Files.exists(data.postgres()));
        }
        DataFolder.open(parent.resolve("data")).close(); // still known as ours
    }

    @Test
    void putsAGrownLogAside() throws IOException {
        try (DataFolder data = DataFolder.open(parent.resolve("data"))) {
            Files.write(data.log("kafka"), new byte[11 << 20]);

            Path log = data.log("kafka");

            assertFalse(Files.exists(log));
            assertEquals(11 << 20, Files.size(data.logs().resolve("kafka.log.1")));
        }
    }
}
