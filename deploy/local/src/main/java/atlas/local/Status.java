package atlas.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells how each process of the suite is. */
@Command(name = "deploy/status", sortOptions = false, description = {
        "Lists each process of the suite with its port, memory, log and health.", "Exit code 0 when all are ready, else 1.",
        "" })
public final class Status implements Callable<Integer> {

    private static final int NOT_READY = 1;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Option(names = "--json", description = "as JSON")
    boolean json;

    @Mixin
    SuiteFolder suite;

    @Mixin
    Help help;

    private final Clock clock = Clock.systemUTC();
    private final Console console = new Console(System.out, System.err);

    /** The answer of {@code --json}. */
    record Answer(boolean ready, boolean launcherRuns, String address, long memoryMiB, List<ProcessReport> processes) {
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Status()).execute(arguments));
    }

    @Override
    public Integer call() throws JsonProcessingException {
        Path file = DataFolder.status(suite.path().toAbsolutePath());
        if (Files.notExists(file)) {
            return nothingRuns();
        }
        try {
            SuiteStatus status = SuiteStatus.read(file);
            boolean anyAlive = status.launcher().isAlive() || status.processes().stream().anyMatch(SuiteStatus.Entry::isAlive);
            return anyAlive ? tell(status) : nothingRuns();
        } catch (IOException e) {
            console.complain("deploy/status: cannot read " + file + ": " + Failures.inWords(e));
            return NOT_READY;
        }
    }

    private int nothingRuns() throws JsonProcessingException {
        if (json) {
            console.say(JSON.writeValueAsString(new Answer(false, false, "", 0, List.of())));
        } else {
            console.say("nothing runs on the data in " + suite.path().toAbsolutePath() + ": start it with deploy/up");
        }
        return NOT_READY;
    }

    private int tell(SuiteStatus status) throws JsonProcessingException {
        boolean launcher = status.launcher().isAlive();
        Instant now = clock.instant();
        List<ProcessReport> processes = new ArrayList<>(
                status.processes().stream().map(entry -> ProcessReport.of(entry, now)).toList());
        boolean ready = launcher && processes.stream().allMatch(ProcessReport::isReady);
        StatusTable table = new StatusTable(processes);
        if (json) {
            console.say(JSON.writeValueAsString(new Answer(ready, launcher, status.address(), table.totalMiB(), processes)));
        } else {
            console.say(table.text());
            console.say(launcher ? "API at " + status.address()
                    : "the launcher has been killed and nobody watches over these: deploy/up stops them and starts anew");
        }
        return ready ? 0 : NOT_READY;
    }
}
