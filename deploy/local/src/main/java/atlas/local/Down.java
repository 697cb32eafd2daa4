package atlas.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;

import atlas.embedded.LiveProcess;
import atlas.embedded.Waiting;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops the suite from another terminal, as Ctrl-C in its own does. */
@Command(name = "deploy/down", sortOptions = false, description = { "Stops the suite and waits until nothing of it runs.", "" })
public final class Down implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Mixin
    SuiteFolder suite;

    @Mixin
    Help help;

    private final Console console = new Console(System.out, System.err);

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Down()).execute(arguments));
    }

    @Override
    public Integer call() {
        Path file = DataFolder.status(suite.path().toAbsolutePath());
        try {
            if (Files.exists(file)) {
                SuiteStatus.Entry launcher = SuiteStatus.read(file).launcher();
                if (launcher.isAlive()) {
                    return stop(launcher);
                }
            }
        } catch (IOException e) {
            console.complain("deploy/down: cannot read " + file + ": " + Failures.inWords(e));
            return FAILED;
        }
        return stopLeftovers();
    }

    private int stop(SuiteStatus.Entry launcher) {
        ProcessHandle.of(launcher.pid()).ifPresent(ProcessHandle::destroy);
        if (!Waiting.until(PATIENCE, () -> LiveProcess.of(launcher.pid()).isEmpty())) {
            console.complain("deploy/down: the launcher (pid " + launcher.pid() + ") has not stopped within "
                    + PATIENCE.toSeconds() + " s");
            return FAILED;
        }
        console.say("stopped");
        return 0;
    }

    /** What a launcher that was killed left running; for a folder that is not there, nothing. */
    private int stopLeftovers() {
        if (Files.notExists(suite.path())) {
            console.say("nothing runs on the data in " + suite.path().toAbsolutePath());
            return 0;
        }
        try (DataFolder folder = DataFolder.open(suite.path().toAbsolutePath())) {
            new Leftovers(folder, console).stop();
            console.say("nothing runs on the data in " + folder.path());
            return 0;
        } catch (CannotStartException e) {
            console.complain("deploy/down: " + e.getMessage());
            return FAILED;
        }
    }
}
