package atlas.county.imports;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import atlas.service.problem.Problem.Kind;
import atlas.service.problem.ProblemException;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;

/** Where files wait: nothing stays there, whatever happens. */
class SpoolFolderTest {

    private static final byte[] CONTENT = { 1, 2, 3 };

    @TempDir
    Path folder;

    @Test
    void keepsAFileUntilItIsRead() throws IOException {
        try (Spool spool = folder(folder).take(new ByteArrayInputStream(CONTENT), 3)) {
            assertArrayEquals(CONTENT, Files.readAllBytes(spool.file()));
            assertEquals(folder, spool.file().getParent());
        }
        assertEquals(List.of(), names());
    }

    @Test
    void keepsNothingOfWhatIsTooLargeOrBreaksOff() throws IOException {
        ProblemException large = assertThrows(ProblemException.class,
                () -> folder(folder).take(new ByteArrayInputStream(CONTENT), 2));
        assertEquals(Kind.BODY_TOO_LARGE, large.kind());
        assertThrows(IOException.class, () -> folder(folder).take(new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the sender has gone");
            }
        }, 3));
        assertEquals(List.of(), names());
    }

    @Test
    void asksToComeAgainWhenTheDiskTakesNothing() {
        ProblemException refusal = assertThrows(ProblemException.class,
                () -> folder(folder.resolve("gone")).take(new ByteArrayInputStream(CONTENT), 3));

        assertEquals(Kind.UNAVAILABLE, refusal.kind());
    }

    @Test
    void removesWhatADeadProcessHasLeft() throws IOException {
        long alive = ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(1L);
        for (String name : List.of("atlas-import-999999999-1.part", "atlas-import-" + ProcessHandle.current().pid() + "-2.part",
                "atlas-import-" + alive + "-3.part", "atlas-import-4.part", "other.part")) {
            Files.createFile(folder.resolve(name));
        }

        folder(folder).start(null);

        assertEquals(Set.of("atlas-import-" + alive + "-3.part", "atlas-import-4.part", "other.part"), Set.copyOf(names()));
        folder(folder.resolve("new")).start(null);
        assertEquals(true, Files.isDirectory(folder.resolve("new")));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static SpoolFolder folder(Path path) {
        return new SpoolFolder(new SmallRyeConfigBuilder().withMapping(ImportsConfig.class)
                .withConverter(Duration.class, 100, new DurationConverter())
                .withDefaultValue("atlas.imports.folder", path.toString()).build().getConfigMapping(ImportsConfig.class));
    }
}
