package atlas.local;

import java.sql.SQLException;
import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fills Kafka's topics anew when their messages were lost, or are of a time that the databases know nothing of any more. */
@Command(name = "deploy/republish", sortOptions = false, description = {
        "Fills Kafka's topics anew from the databases: every change with the id and the bytes that it had, in the order of the",
        "public feed. For when Kafka was lost, or holds more than databases that were restored. No service may run.",
        "" }, footer = {
                "",
                "DATABASE_URL (with DATABASE_USER, DATABASE_PASSWORD) and KAFKA_BOOTSTRAP_SERVERS, where set, name servers to use",
                "instead of the suite's own; other settings of Kafka's clients likewise: KAFKA_SECURITY_PROTOCOL and so on." })
public final class Republish implements Callable<Integer> {

    @Option(names = "--replace", description = "delete topics that hold messages, and make them anew")
    boolean replace;

    @Option(names = "--partitions", paramLabel = "N", description = "of topics that are not there (${DEFAULT-VALUE})")
    int partitions = 12;

    @Option(names = "--copies", paramLabel = "N", description = "of topics that are not there, and brokers of a suite that has none yet (${DEFAULT-VALUE}; production: 3)")
    short copies = 1;

    @Mixin
    SuiteFolder suite;

    @Mixin
    Help help;

    private final Console console = new Console(System.out, System.err);

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Republish()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        return new Attempt("deploy/republish", console).at(this::fill);
    }

    private int fill() throws SQLException, InterruptedException {
        try (DataFolder folder = DataFolder.open(suite.path().toAbsolutePath())) {
            new Leftovers(folder, console).stop();
            new Maintenance(folder, ExternalServers.from(System.getenv()), console)
                    .fillTopics(new EmptyTopics.Shape(partitions, copies), replace);
            return 0;
        }
    }
}
