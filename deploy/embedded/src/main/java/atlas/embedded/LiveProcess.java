package atlas.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A process that somebody else started, known by its pid: what an earlier run may have left behind. */
public record LiveProcess(ProcessHandle handle) {

    /** The process, unless it has ended; one that waits only for its parent to notice counts as ended. */
    public static Optional<LiveProcess> of(long pid) {
        return ProcessHandle.of(pid).map(LiveProcess::new).filter(LiveProcess::isAlive);
    }

    public boolean isAlive() {
        return handle.isAlive() && !isZombie();
    }

    /** The path of the program it runs, or nothing when the system does not say. */
    public String program() {
        return handle.info().command().orElse("");
    }

    /** Asks it to end, and kills it when it has not done so in time. */
    public void stop(String signal, Duration patience) {
        ChildProcess.signal(handle.pid(), signal);
        if (!endsWithin(patience)) {
            handle.destroyForcibly();
            endsWithin(Duration.ofSeconds(10));
        }
    }

    private boolean endsWithin(Duration patience) {
        return Waiting.until(patience, () -> !isAlive());
    }

    private boolean isZombie() {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(handle.pid()), "stat"));
            // The name, in parentheses, may have anything in it; the state follows the last one.
            return stat.startsWith(" Z", stat.lastIndexOf(')') + 1);
        } catch (IOException e) {
            return false; // gone by now, or a system without /proc, where isAlive alone has to do
        }
    }
}
