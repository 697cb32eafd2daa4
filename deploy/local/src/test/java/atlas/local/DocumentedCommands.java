package atlas.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The commands that docs/events.md shows for kcat, to be run against another address than the one that they name. */
final class DocumentedCommands {

    private static final Pattern BLOCK = Pattern.compile("```kcat\n(.*?)```", Pattern.DOTALL);
    private static final String NAMED = "localhost:18101";
    private static final int PATIENCE_SECONDS = 30;

    private DocumentedCommands() {
    }

    static boolean canBeRun() {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, "kcat")));
    }

    static List<String> forAddress(String bootstrap) throws IOException {
        String page = Files.readString(Path.of(System.getProperty("atlas.home"), "docs", "events.md"));
        return BLOCK.matcher(page).results().map((MatchResult block) -> block.group(1).replace(NAMED, bootstrap)).toList();
    }

    /** The first line that a command puts out; null when it ends or time passes without any. */
    static String firstLineOf(String command) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("bash", "-c", command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        Thread limit = new Thread(() -> endAfterPatience(shell), "limit-of-a-command");
        limit.setDaemon(true);
        limit.start();
        try (BufferedReader output = shell.inputReader(StandardCharsets.UTF_8)) {
            return output.readLine();
        } finally {
            end(shell); // those that follow a topic would go on
            limit.interrupt();
        }
    }

    private static void endAfterPatience(Process shell) {
        try {
            if (!shell.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                end(shell);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void end(Process shell) {
        shell.descendants().forEach(ProcessHandle::destroy);
        shell.destroy();
    }
}
