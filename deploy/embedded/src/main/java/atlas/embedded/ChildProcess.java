package atlas.embedded;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program started by us, whose output goes to a file. It runs in a session of its own, so that Ctrl-C reaches only the one
 * who started
 * it, who then stops everything in order.
 */
public final class ChildProcess {

    private static final List<String> OWN_SESSION = onPath("setsid") ? List.of("setsid")
            // No setsid on macOS: a program that finds these signals ignored leaves them so.
            : List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    private final Process process;

    private ChildProcess(Process process) {
        this.process = process;
    }

    /** Starts the command; {@code environment} is added to our own. */
    public static ChildProcess start(List<String> command, Map<String, String> environment, Path log) {
        List<String> inOwnSession = new ArrayList<>(OWN_SESSION);
        inOwnSession.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(inOwnSession).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(new File("/dev/null"));
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            return new ChildProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** How the program ended; asked only after it did. */
    public int exitCode() {
        return process.exitValue();
    }

    /** Waits for the program's end, for as long as it takes. */
    public void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    /** Whether the program ended within that time. */
    public boolean endsWithin(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Asks the program to end, by a signal's name, and kills it when it has not done so in time. */
    public void stop(String signal, Duration patience) {
        if (process.isAlive()) {
            signal(process.pid(), signal);
            if (!endsWithin(patience)) {
                kill();
            }
        }
    }

    /** Ends the program at once and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        endsWithin(Duration.ofSeconds(10));
    }

    /** Sends a signal ({@code INT}, {@code QUIT} …) that the JDK has no method for. */
    public static void signal(long pid, String signal) {
        try {
            // The shell's own kill: a small system may have no other.
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pid).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static boolean onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
