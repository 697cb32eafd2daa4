package atlas.local;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;

import atlas.embedded.PostgresServer;
import atlas.embedded.WalArchive;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Backs up the running suite. */
@Command(name = "deploy/backup", sortOptions = false, description = {
        "Copies all that the running suite must not lose to a new folder, while it goes on working: the four databases as of one",
        "moment, and its keys. Kafka's topics are made anew from the databases by deploy/restore, so they are not copied.",
        "" }, footer = {
                "",
                "The folder holds secrets: the suite's keys, and what the databases hold. Keep it as the suite itself is kept." })
public final class Backup implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofHours(1);

    @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "where to: a folder that is not there yet, or empty")
    Path folder;

    @Option(names = "--continuous", description = {
            "from then on keep every change there, too (at most a minute behind), until", "another backup or --end" })
    boolean continuous;

    @Option(names = "--end", description = "no backup: end what --continuous began")
    boolean end;

    @Mixin
    SuiteFolder suite;

    @Mixin
    Help help;

    private final Console console = new Console(System.out, System.err);

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Backup()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        if ((folder == null) == !end) {
            console.complain("deploy/backup: name the folder to back up to, or --end");
            return CommandLine.ExitCode.USAGE;
        }
        return new Attempt("deploy/backup", console).at(this::backUp);
    }

    private int backUp() throws IOException, SQLException, InterruptedException {
        try (Connection superuser = superuser()) {
            if (end) {
                WalArchive.end(superuser);
                console.say("changes are kept nowhere else any more");
            } else {
                new BackupRun(superuser, suite.path().toAbsolutePath(), console).to(folder, continuous);
            }
            return 0;
        }
    }

    private Connection superuser() throws SQLException {
        SuiteStatus.Entry postgres = RunningData.status(suite.path()).processes().stream()
                .filter(process -> process.name().equals("postgres")).findFirst()
                .orElseThrow(() -> new CannotStartException(
                        "this suite uses the server of DATABASE_URL: back that up by its own means (docs/operations.md)"));
        return PostgresServer.superuser(suite.path().toAbsolutePath().resolve("postgres"), postgres.port()).connect(PATIENCE);
    }
}
