package atlas.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import atlas.embedded.FreePorts;
import atlas.embedded.KafkaBroker;
import atlas.embedded.PostgresServer;
import atlas.embedded.Secrets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** PostgreSQL and Kafka alone, for services that run elsewhere: in containers, for instance. */
@Command(name = "deploy/servers", sortOptions = false, description = {
        "Starts PostgreSQL, with an empty database for each service, and Kafka, on free ports of this machine.",
        "Where they are and how to log in, FOLDER/servers.env tells. Ctrl-C stops both.", "" })
public final class Servers implements Callable<Integer> {

    private static final int FAILED = 1;

    @Option(names = "--data", paramLabel = "FOLDER", required = true, description = "where everything is kept")
    Path data;

    @Mixin
    Help help;

    private final Console console = new Console(System.out, System.err);

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Servers()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        try (DataFolder folder = DataFolder.open(data.toAbsolutePath())) {
            new Leftovers(folder, console).stop();
            List<Integer> ports = FreePorts.some(3);
            PostgresServer postgres = PostgresServer.start(folder.postgres(), folder.programs(), folder.log("postgres"),
                    ports.get(0));
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::stop));
            for (Service service : Service.values()) {
                postgres.createDatabaseIfMissing(service.database());
            }
            KafkaBroker kafka = KafkaBroker.start(folder.kafka(), folder.log("kafka"), ports.get(1), ports.get(2));
            Runtime.getRuntime().addShutdownHook(new Thread(kafka::stop));
            tell(folder, postgres, kafka);
            new CountDownLatch(1).await(); // until a signal
            return FAILED;
        } catch (RuntimeException e) {
            console.complain("deploy/servers: " + Failures.inOneLine(e));
            return FAILED;
        }
    }

    private void tell(DataFolder folder, PostgresServer postgres, KafkaBroker kafka) {
        Path file = folder.path().resolve("servers.env");
        try {
            Secrets.write(file, String.join("\n", "POSTGRES=127.0.0.1:" + postgres.port(), "POSTGRES_USER=" + postgres.user(),
                    "POSTGRES_PASSWORD=" + postgres.password(), "KAFKA_BOOTSTRAP_SERVERS=" + kafka.bootstrapServers(), ""));
        } catch (IOException e) {
            throw new CannotStartException("cannot write " + file + ": " + Failures.inWords(e), e);
        }
        console.say("PostgreSQL and Kafka are ready: " + file);
    }
}
