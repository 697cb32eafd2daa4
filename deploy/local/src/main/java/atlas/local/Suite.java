package atlas.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import atlas.embedded.KafkaCluster;
import atlas.local.ServicePart.Installation;

/** All processes together: in which order they start, and in which they stop. */
final class Suite {

    private static final Set<String> LOCAL = Set.of("127.0.0.1", "0.0.0.0", "::", "::1");

    private final Place place;
    private final ExternalServers external;
    private final Console console;

    private final List<Supervised> servers = new ArrayList<>();
    /** Those of the first replica, then of the next. */
    private final List<List<Supervised>> services = new ArrayList<>();
    private final PostgresPart postgres;
    private final KafkaCluster kafka;
    private volatile boolean stopping;

    /** Where the suite is: the tree it comes from, its data, its ports and the address that the gateways listen on. */
    record Place(Path home, DataFolder data, Ports ports, String publicHost) {
    }

    Suite(Place place, ExternalServers external, Console console) {
        this.place = place;
        this.external = external;
        this.console = console;
        Ports ports = place.ports();
        postgres = new PostgresPart(place.data(), ports.postgres());
        kafka = new KafkaCluster(place.data().kafka(), ports.kafka(), ports.kafkaControllers());
        if (external.databases().isEmpty()) {
            servers.add(supervised(postgres));
        }
        if (external.bootstrapServers().isEmpty()) {
            for (int number = 1; number <= kafka.size(); number++) {
                servers.add(supervised(new KafkaPart(kafka, number, place.data())));
            }
        }
        SigningKeys keys = SigningKeys.in(place.data().tokens());
        for (int i = 0; i < ports.replicas().size(); i++) {
            services.add(replica(new Installation(homeOf(i), place.data(), ports.replicas().get(i), i + 1), keys));
        }
    }

    /**
     * Another version beside this one (deploy/checks/mixed-versions); services would refuse a variable of ours that they do not
     * know.
     */
    private Path homeOf(int replica) {
        String other = System.getenv("MIXED_WITH_TREE");
        return replica == 0 || other == null ? place.home() : Path.of(other);
    }

    private List<Supervised> replica(Installation installation, SigningKeys keys) {
        return Stream.of(Service.values())
                .map(service -> supervised(
                        new ServicePart(service, installation, () -> environment(service, installation, keys))))
                .toList();
    }

    private Supervised supervised(Part part) {
        return new Supervised(part, console, this::writeStatus);
    }

    /** Asked at the start of the service: our own PostgreSQL's password is known only when it runs. */
    private Map<String, String> environment(Service service, Installation installation, SigningKeys keys) {
        Map<String, String> environment = new ServiceEnvironment(external.databases().orElseGet(postgres::databases),
                external.bootstrapServers().orElseGet(kafka::bootstrapServers), keys, place.publicHost())
                .of(service, installation);
        if (external.bootstrapServers().isEmpty()) {
            environment.put("ATLAS_OUTBOX_REPLICAS", Integer.toString(kafka.copies()));
        }
        return environment;
    }

    /** Returns when all is ready; fails with the reason of the first that is not. */
    void start() {
        writeStatus();
        List<Supervised> all = services.stream().flatMap(List::stream).toList();
        console.say("starting " + names(servers) + (servers.isEmpty() ? "" : ", then ") + names(all) + "…");
        begin(servers);
        external.databases().ifPresent(databases -> {
            for (Service service : Service.values()) {
                databases.createIfMissing(service.database());
            }
        });
        // One replica after the other: the first makes tables, topics and keys that the next finds.
        services.forEach(this::begin);
    }

    private static String names(List<Supervised> group) {
        return group.stream().map(Supervised::name).collect(Collectors.joining(", "));
    }

    private void begin(List<Supervised> group) {
        CompletableFuture<Void> failed = new CompletableFuture<>();
        List<CompletableFuture<Void>> starts = new ArrayList<>();
        synchronized (this) {
            if (stopping) {
                throw new CannotStartException("stopped");
            }
            group.forEach(member -> starts.add(member.begin()));
        }
        starts.forEach(start -> start.exceptionally(e -> {
            failed.completeExceptionally(e);
            return null;
        }));
        CompletableFuture<Void> all = CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new));
        // The first failure ends the wait: the others need not be waited for.
        CompletableFuture.anyOf(all, failed).join();
    }

    /** Stops the services, then Kafka, then PostgreSQL, and returns when nothing is left. */
    void stop() {
        synchronized (this) {
            stopping = true;
        }
        stopTogether(services.stream().flatMap(List::stream).toList());
        List<Supervised> lastFirst = new ArrayList<>(servers);
        Collections.reverse(lastFirst);
        lastFirst.forEach(Supervised::stop);
    }

    private static void stopTogether(List<Supervised> group) {
        List<Thread> stops = group.stream().map(member -> new Thread(member::stop)).toList();
        stops.forEach(Thread::start);
        for (Thread stop : stops) {
            try {
                stop.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized void writeStatus() {
        long self = ProcessHandle.current().pid();
        SuiteStatus.Entry launcher = new SuiteStatus.Entry("launcher", self, 0, 0, "", SuiteStatus.Entry.startOf(self), 0);
        List<SuiteStatus.Entry> entries = Stream.concat(servers.stream(), services.stream().flatMap(List::stream))
                .map(Supervised::status).toList();
        try {
            new SuiteStatus(launcher, address(), entries).write(place.data().status());
        } catch (IOException e) {
            console.complain("cannot write " + place.data().status() + ": " + Failures.inWords(e));
        }
    }

    /** Where the public API is. */
    String address() {
        String host = LOCAL.contains(place.publicHost()) ? "localhost" : place.publicHost();
        return "http://" + host + ":" + place.ports().first().of(Service.GATEWAY);
    }
}
