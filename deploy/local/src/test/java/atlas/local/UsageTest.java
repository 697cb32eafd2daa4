package atlas.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;

/** The scripts themselves, where they do not need the suite. */
class UsageTest {

    private static final Path UP = Path.of(System.getProperty("atlas.home"), "deploy", "up");

    private record Answer(int exitCode, String output) {
    }

    @Test
    void theScriptTellsEveryOptionOfTheProgramBehindIt() throws Exception {
        Answer answer = run(Map.of(), "--help");

        assertEquals(0, answer.exitCode());
        for (CommandLine.Model.OptionSpec option : new CommandLine(new Up()).getCommandSpec().options()) {
            assertTrue(answer.output().contains(option.longestName()), option.longestName());
        }
    }

    @Test
    void saysInOneLineThatJavaHomeIsNone(@TempDir Path empty) throws Exception {
        Answer answer = run(Map.of("JAVA_HOME", empty.toString()));

        assertEquals(1, answer.exitCode());
        assertEquals("deploy/up: JAVA_HOME is " + empty
                + ", where there is no bin/java: set it to a JDK of version 17 or later", answer.output().strip());
    }

    @ParameterizedTest
    @ValueSource(strings = { "compose/up", "compose/secrets", "images/build", "images/base", "kubernetes/make-local",
            "kubernetes/make-secrets" })
    void everyScriptTellsWhatItDoesAndRefusesWhatItDoesNotKnow(String script) throws Exception {
        Path path = UP.resolveSibling(script);

        Answer told = run(path, Map.of(), "--help");
        assertEquals(0, told.exitCode(), told.output());
        assertTrue(told.output().startsWith("Usage: deploy/" + script), told.output());
        Answer refused = run(path, Map.of(), "--no-such-option");
        assertTrue(refused.exitCode() != 0 && refused.output().contains("option"), refused.output());
    }

    @Test
    void refusesAnOptionThatThereIsNot() {
        assertEquals(CommandLine.ExitCode.USAGE, new CommandLine(new Up()).setErr(new PrintWriter(Writer.nullWriter()))
                .execute("--prot", "8080"));
    }

    private static Answer run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        return run(UP, environment, arguments);
    }

    private static Answer run(Path script, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), output);
    }
}
