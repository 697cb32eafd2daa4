package atlas.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import atlas.embedded.ChildProcess;
import atlas.embedded.LogTail;
import atlas.embedded.Waiting;

/** One of our services, as a process of its own. */
final class ServicePart implements Part {

    private static final Duration START = Duration.ofMinutes(2);
    /** Four services start at once and want the processor for themselves. */
    private static final Duration LOOK = Duration.ofMillis(150);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Service service;
    private final Installation installation;
    private final Supplier<Map<String, String>> environment;
    private final Path log;

    /**
     * What all services of a replica share: the tree they come from, the suite's data, the ports.
     *
     * @param number of the replica; the first is 1
     */
    record Installation(Path home, DataFolder data, ReplicaPorts ports, int number) {
    }

    ServicePart(Service service, Installation installation, Supplier<Map<String, String>> environment) {
        this.service = service;
        this.installation = installation;
        this.environment = environment;
        this.log = installation.data().log(name());
    }

    @Override
    public Running start() {
        LogTail tail = LogTail.of(log);
        ChildProcess process = ChildProcess.start(command(), environment.get(), log);
        boolean settled = Waiting.until(START, LOOK, () -> !process.isAlive() || Health.of(managementPort()).isReady());
        if (!settled || !process.isAlive()) {
            Health last = Health.of(managementPort());
            String why = process.isAlive() ? "not ready after " + START.toSeconds() + " s: " + last.reason() : tail.reason();
            process.kill();
            throw new CannotStartException(name() + " did not start: " + why);
        }
        return new Running(process, "TERM", PATIENCE);
    }

    private List<String> command() {
        Path application = service.application(installation.home());
        Path jar = application.resolve("quarkus-run.jar");
        if (Files.notExists(jar)) {
            throw new CannotStartException(name() + " is not built: " + jar + " is missing");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(Leftovers.mark(installation.data()));
        command.addAll(service.jvmFlags(application));
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    @Override
    public String name() {
        return installation.number() == 1 ? service.module() : service.module() + "-" + installation.number();
    }

    @Override
    public int port() {
        return installation.ports().of(service);
    }

    @Override
    public int managementPort() {
        return installation.ports().managementOf(service);
    }

    @Override
    public Path log() {
        return log;
    }
}
