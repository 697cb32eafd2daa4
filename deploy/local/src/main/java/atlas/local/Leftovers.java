package atlas.local;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import atlas.embedded.KafkaCluster;
import atlas.embedded.LiveProcess;

/**
 * Processes that a launcher left behind when it was killed. They are told by the data folder in their command line: a pid that
 * was
 * written down may be another program's by now, and one that was just being started is written down nowhere.
 */
final class Leftovers {

    private static final String MARK = "-Datlas.suite=";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DataFolder data;
    private final Console console;

    Leftovers(DataFolder data, Console console) {
        this.data = data;
        this.console = console;
    }

    /** The argument by which a service's process is told to be this suite's. */
    static String mark(DataFolder data) {
        return MARK + data.path();
    }

    /** Stops them, services first. Only whoever holds the data folder may ask for this. */
    void stop() {
        stopAll(mark(data), "TERM");
        KafkaCluster.settingsIn(data.kafka()).parallelStream().forEach(settings -> stopAll(settings.toString(), "TERM"));
        stopAll(data.postgres().resolve("data").toString(), "INT");
        stopAll(data.postgres().resolve("data.new").toString(), "TERM");
    }

    private void stopAll(String argument, String signal) {
        found(argument).parallel().forEach(process -> stop(process, signal));
    }

    private void stop(LiveProcess process, String signal) {
        console.say("stopping what an earlier run left behind: " + name(process) + " (pid " + process.handle().pid() + ")");
        process.stop(signal, PATIENCE);
    }

    private static Stream<LiveProcess> found(String argument) {
        return ProcessHandle.allProcesses().map(LiveProcess::new).filter(LiveProcess::isAlive)
                .filter(process -> arguments(process).contains(argument));
    }

    private String name(LiveProcess process) {
        List<String> arguments = arguments(process);
        if (arguments.contains(mark(data))) {
            return Stream.of(Service.values()).map(Service::module)
                    .filter(module -> arguments.stream().anyMatch(argument -> argument.contains("/" + module + "/")))
                    .findFirst()
                    .orElse("a service");
        }
        return process.program().endsWith("/java") ? "kafka" : "postgres";
    }

    private static List<String> arguments(LiveProcess process) {
        Optional<String[]> arguments = process.handle().info().arguments();
        return arguments.map(List::of).orElse(List.of());
    }
}
