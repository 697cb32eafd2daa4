package atlas.local;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import atlas.embedded.ChildProcess;

class LeftoversTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path parent;

    @Test
    void stopsWhatCarriesTheMarkOfThisFolderAndNothingElse() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        try (DataFolder ours = DataFolder.open(parent.resolve("ours"));
                DataFolder others = DataFolder.open(parent.resolve("others"))) {
            ChildProcess left = sleeper(Leftovers.mark(ours));
            ChildProcess foreign = sleeper(Leftovers.mark(others));

            new Leftovers(ours, new Console(stream, stream)).stop();

            assertFalse(left.isAlive());
            assertTrue(foreign.isAlive());
            assertEquals("stopping what an earlier run left behind: a service (pid " + left.pid() + ")",
                    said.toString(StandardCharsets.UTF_8).strip());
            foreign.kill();
        }
    }

    private ChildProcess sleeper(String mark) {
        // The shell stays, because something follows the sleep, and keeps the mark among its arguments.
        ChildProcess shell = ChildProcess.start(List.of("sh", "-c", "trap 'kill $!; exit' TERM; sleep 600 & wait", mark),
                Map.of(), parent.resolve("sleeper.log"));
        // Until it is one, the sleep is a second shell with the same mark.
        await().atMost(PATIENCE).until(() -> ProcessHandle.of(shell.pid()).stream().flatMap(ProcessHandle::children)
                .anyMatch(child -> child.info().arguments().map(List::of).orElse(List.of()).equals(List.of("600"))));
        return shell;
    }
}
