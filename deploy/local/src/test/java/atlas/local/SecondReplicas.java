package atlas.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import atlas.embedded.Databases;
import atlas.embedded.PostgresAddress;
import atlas.local.ServicePart.Installation;

/** A second process of each service beside a running suite: the same databases and broker, ports and logs of its own. */
final class SecondReplicas implements AutoCloseable {

    private final DataFolder folder;
    private final ReplicaPorts ports = Ports.plan(0, 0, Size.ONE_OF_EACH).first();
    private final Map<Service, Part.Running> running = new EnumMap<>(Service.class);

    private SecondReplicas(DataFolder folder) {
        this.folder = folder;
    }

    /**
     * Starts them and returns when all are ready.
     *
     * @param data the running suite's folder
     * @param own a folder for their logs
     * @param settings of some services, beside those that all have
     */
    static SecondReplicas start(RunningSuite suite, Path data, Path own, Map<Service, Map<String, String>> settings)
            throws IOException {
        SecondReplicas replicas = new SecondReplicas(DataFolder.open(own));
        Files.copy(data.resolve("keys"), replicas.folder.keys());
        ServiceEnvironment common = new ServiceEnvironment(databases(suite, data), suite.bootstrap(),
                SigningKeys.in(data.resolve("tokens")), "127.0.0.1");
        Installation installation = new Installation(home(), replicas.folder, replicas.ports,
                1);
        Map<Service, CompletableFuture<Part.Running>> starts = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            Map<String, String> environment = new HashMap<>(common.of(service, installation));
            environment.putAll(settings.getOrDefault(service, Map.of()));
            ServicePart part = new ServicePart(service, installation, () -> environment);
            starts.put(service, CompletableFuture.supplyAsync(part::start));
        }
        starts.forEach((service, start) -> replicas.running.put(service, start.join()));
        return replicas;
    }

    /** The tree that they come from: another one shows that two versions go side by side (deploy/checks/mixed-versions). */
    private static Path home() {
        return Path.of(Optional.ofNullable(System.getProperty("atlas.second.home")).filter(home -> !home.isBlank())
                .orElse(System.getProperty("atlas.home")));
    }

    private static Databases databases(RunningSuite suite, Path data) throws IOException {
        String password = Files.readString(data.resolve("postgres/password")).strip();
        return new Databases(new PostgresAddress("127.0.0.1:" + suite.port("postgres"), ""), "postgres", "atlas", password);
    }

    /** The gateway's address. */
    String address() {
        return ports.url(Service.GATEWAY);
    }

    /** How often a process of ours has taken the lead of a task. */
    long timesLed(Service service, String task) throws IOException {
        List<String> log = Files.readAllLines(folder.log(service.module()), StandardCharsets.UTF_8);
        return log.stream().filter(line -> line.endsWith("leads " + task)).count();
    }

    void kill(Service service) {
        running.get(service).process().kill();
    }

    @Override
    public void close() {
        running.values().forEach(one -> one.process().kill());
        folder.close();
    }
}
