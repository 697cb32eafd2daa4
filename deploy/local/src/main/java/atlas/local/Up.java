package atlas.local;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the suite on this machine and watches over it until it is told to stop. */
@Command(name = "deploy/up", sortOptions = false, description = {
        "Starts PostgreSQL, Kafka, the four services and, the first time, loads the report's data.", "Ctrl-C stops everything.",
        "" }, footer = {
                "",
                "DATABASE_URL (with DATABASE_USER, DATABASE_PASSWORD) and KAFKA_BOOTSTRAP_SERVERS, where set, name servers to use instead." })
public final class Up implements Callable<Integer> {

    private static final int FAILED = 1;

    @Option(names = "--port", paramLabel = "PORT", description = "the public port (${DEFAULT-VALUE}; 0 for any free one)")
    int port = 8080;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "the address that the gateway listens on (${DEFAULT-VALUE})")
    String host = "127.0.0.1";

    @Option(names = "--data", paramLabel = "FOLDER", description = "where everything is kept (.atlas in the project)")
    Path data = home().resolve(".atlas");

    @Option(names = "--fresh", description = "start over: delete what is in the data folder first")
    boolean fresh;

    @Option(names = "--no-data", description = "do not load the report's data")
    boolean noData;

    @Option(names = "--internal-ports", paramLabel = "BASE", description = "the first of the ports for what is not public (${DEFAULT-VALUE}; 0 for free ones)")
    int internalPorts = 18080;

    @Option(names = "--brokers", paramLabel = "NUMBER", description = "Kafka brokers: ${DEFAULT-VALUE}, or 3, which go on when one is lost")
    int brokers = 1;

    @Option(names = "--replicas", paramLabel = "NUMBER", description = "processes of each service: ${DEFAULT-VALUE}, or 2; the second gateway listens on an internal port")
    int replicas = 1;

    @Mixin
    Help help;

    private final Console console = new Console(System.out, System.err);

    public static void main(String[] arguments) {
        int outcome = new CommandLine(new Up()).execute(arguments);
        System.exit(outcome);
    }

    /** The tree with the built services. */
    static Path home() {
        return Path.of(System.getProperty("atlas.home", "")).toAbsolutePath();
    }

    @Override
    public Integer call() throws InterruptedException {
        long begin = System.nanoTime();
        try (DataFolder folder = DataFolder.open(data.toAbsolutePath())) {
            ExternalServers external = ExternalServers.from(System.getenv());
            Suite suite = prepare(folder, external);
            Stop stop = new Stop(suite, console);
            try {
                suite.start();
                afterStart(folder, suite.address(), begin);
                stop.await();
            } catch (RuntimeException e) {
                stop.becauseOf(e, folder);
            }
            return FAILED;
        } catch (CannotStartException e) {
            console.complain("deploy/up: " + e.getMessage());
            return FAILED;
        }
    }

    private Suite prepare(DataFolder folder, ExternalServers external) {
        new Leftovers(folder, console).stop();
        Ports ports = Ports.plan(port, internalPorts, new Size(brokers, replicas));
        List<Ports.Wanted> wanted = new ArrayList<>();
        if (external.databases().isEmpty()) {
            wanted.addAll(ports.wantedByPostgres());
        }
        if (external.bootstrapServers().isEmpty()) {
            wanted.addAll(ports.wantedByKafka());
        }
        wanted.addAll(ports.wantedByServices());
        Ports.requireFree(wanted, address());
        if (fresh) {
            folder.clear();
            external.databases()
                    .ifPresent(used -> console.complain("--fresh leaves the databases of DATABASE_URL as they are"));
        }
        return new Suite(new Suite.Place(home(), folder, ports, host), external, console);
    }

    private InetAddress address() {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new CannotStartException("--host takes an address of this machine, not " + host, e);
        }
    }

    private void afterStart(DataFolder folder, String address, long begin) throws InterruptedException {
        DemoKeys keys = DemoKeys.read(folder.keys());
        if (!noData) {
            new ReportLoader(new PublicApi(address, keys.admin()), console).load(new ReportFiles(home().resolve("deploy/data")),
                    folder.reportLoaded());
        }
        // Unpacking PostgreSQL took memory that the launcher will not need again.
        System.gc();
        console.say(Welcome.text(address, keys, folder, Duration.ofNanos(System.nanoTime() - begin)));
    }
}
