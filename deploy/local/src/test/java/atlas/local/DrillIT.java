package atlas.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import atlas.embedded.FreePorts;

/**
 * {@code deploy/drill} as people run it: nothing that was acknowledged is lost with a suite. With the profile {@code full} also
 * the
 * restore of the backup alone.
 */
class DrillIT {

    private static final Path DEPLOY = Path.of(System.getProperty("atlas.home"), "deploy");

    @TempDir
    Path folder;

    private record Answer(int exitCode, String output) {
    }

    @Test
    void bringsBackAllThatWasAcknowledged() throws Exception {
        Path work = folder.resolve("drill");
        List<String> options = new ArrayList<>(List.of("--keep", work.toString()));
        if (!Boolean.getBoolean("atlas.full")) {
            options.add("--short");
        }

        Answer drill = run("drill", options.toArray(String[]::new));

        assertEquals(0, drill.exitCode(), drill.output());
        assertTrue(drill.output().strip().endsWith("identical"), drill.output());
        refusesWhatWouldLoseSomething(work.resolve("backup"), work.resolve("end"));
    }

    private void refusesWhatWouldLoseSomething(Path backup, Path data) throws Exception {
        Answer over = run("restore", backup.toString(), "--data", data.toString());
        assertTrue(over.exitCode() == 1 && over.output().contains("nothing is written over"), over.output());
        Answer idle = run("backup", folder.resolve("other").toString(), "--data", data.toString());
        assertTrue(idle.exitCode() == 1 && idle.output().contains("nothing runs on the data in"), idle.output());
        Answer filled = run("republish", "--data", data.toString());
        assertTrue(filled.exitCode() == 1 && filled.output().contains("say --replace"), filled.output());

        damage(backup);
        Answer damaged = run("restore", backup.toString(), "--data", folder.resolve("new").toString());
        assertTrue(damaged.exitCode() == 1 && damaged.output().contains("is not as it was written"), damaged.output());
        Files.delete(backup.resolve("manifest.json"));
        Answer none = run("restore", backup.toString(), "--data", folder.resolve("new").toString());
        assertTrue(none.exitCode() == 1 && none.output().contains("holds no complete backup"), none.output());
        assertTrue(Files.notExists(folder.resolve("new")));
    }

    private static void damage(Path backup) throws IOException {
        try (Stream<Path> pieces = Files.list(backup.resolve("wal"))) {
            Path first = pieces.sorted().findFirst().orElseThrow();
            byte[] bytes = Files.readAllBytes(first);
            bytes[bytes.length / 2] ^= 1;
            Files.write(first, bytes);
        }
    }

    private static Answer run(String command, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of(DEPLOY.resolve(command).toString()), Stream.of(arguments)).toList())
                .redirectErrorStream(true);
        builder.environment().putAll(RunningSuite.WITHOUT_EXPORTS);
        builder.environment().put(FreePorts.SHARE, System.getProperty(FreePorts.SHARE_PROPERTY, "0"));
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), output);
    }
}
