package atlas.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import atlas.local.ServicePart.Installation;

/** All processes together: in which order they start, and in which they stop. */
final class Suite {

    private static final Set<String> LOCAL = Set.of("127.0.0.1", "0.0.0.0", "::", "::1");

    private final Installation installation;
    private final ExternalServers external;
    private final String publicHost;
    private final Console console;

    private final List<Supervised> servers = new ArrayList<>();
    private final List<Supervised> services = new ArrayList<>();
    private final PostgresPart postgres;
    private final KafkaPart kafka;
    private volatile boolean stopping;

    Suite(Installation installation, ExternalServers external, String publicHost, Console console) {
        this.installation = installation;
        this.external = external;
        this.publicHost = publicHost;
        this.console = console;
        postgres = new PostgresPart(installation.data(), installation.ports().postgres());
        kafka = new KafkaPart(installation.data(), installation.ports());
        if (external.databases().isEmpty()) {
            servers.add(supervised(postgres));
        }
        if (external.bootstrapServers().isEmpty()) {
            servers.add(supervised(kafka));
        }
        SigningKeys keys = SigningKeys.in(installation.data().tokens());
        for (Service service : Service.values()) {
            services.add(supervised(new ServicePart(service, installation, environment(service, keys))));
        }
    }

    private Supervised supervised(Part part) {
        return new Supervised(part, console, this::writeStatus);
    }

    private Supplier<Map<String, String>> environment(Service service, SigningKeys keys) {
        // Asked at the start of the service: our own PostgreSQL's password is known only when it runs.
        return () -> new ServiceEnvironment(external.databases().orElseGet(postgres::databases),
                external.bootstrapServers().orElseGet(kafka::bootstrapServers), keys, publicHost)
                .of(service, installation.ports(), installation.data());
    }

    /** Returns when all is ready; fails with the reason of the first that is not. */
    void start() {
        writeStatus();
        console.say("starting " + names(servers) + (servers.isEmpty() ? "" : ", then ") + names(services) + "…");
        begin(servers);
        external.databases().ifPresent(databases -> {
            for (Service service : Service.values()) {
                databases.createIfMissing(service.database());
            }
        });
        begin(services);
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
        stopTogether(services);
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
        List<SuiteStatus.Entry> entries = Stream.of(servers, services).flatMap(List::stream).map(Supervised::status).toList();
        try {
            new SuiteStatus(launcher, address(), entries).write(installation.data().status());
        } catch (IOException e) {
            console.complain("cannot write " + installation.data().status() + ": " + Failures.inWords(e));
        }
    }

    /** Where the public API is. */
    String address() {
        String host = LOCAL.contains(publicHost) ? "localhost" : publicHost;
        return "http://" + host + ":" + installation.ports().of(Service.GATEWAY);
    }
}
