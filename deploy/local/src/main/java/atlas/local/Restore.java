package atlas.local;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a suite's data folder from a backup. */
@Command(name = "deploy/restore", sortOptions = false, description = {
        "Makes the data of a suite from a backup of deploy/backup: checks that it is whole, has PostgreSQL read the log that was",
        "kept with it, and fills Kafka's topics from the databases. Start the suite with deploy/up afterwards.", "" })
public final class Restore implements Callable<Integer> {

    @Parameters(paramLabel = "BACKUP", description = "the folder that deploy/backup wrote")
    Path backup;

    @Option(names = "--data", required = true, paramLabel = "FOLDER", description = "the new suite's data folder: not there yet, or empty")
    Path data;

    @Option(names = "--until", paramLabel = "end|backup|TIME", description = {
            "how far: all that was kept (end, the default), no further than the backup",
            "itself, or a time, such as 2026-11-29T14:05:00Z" })
    String until = "end";

    @Option(names = "--brokers", paramLabel = "N", description = "how many Kafka brokers the suite is to have (${DEFAULT-VALUE})")
    int brokers = 1;

    @Mixin
    Help help;

    private final Console console = new Console(System.out, System.err);

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Restore()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        return new Attempt("deploy/restore", console).at(this::restore);
    }

    private int restore() throws IOException, SQLException, InterruptedException {
        String target = target();
        BackupFolder from = new BackupFolder(backup);
        new RestoreRun(from, from.manifest(), console).to(data.toAbsolutePath(), target, brokers);
        return 0;
    }

    /** In PostgreSQL's words. */
    private String target() {
        try {
            return switch (until) {
                case "end" -> "";
                case "backup" -> "recovery_target=immediate";
                default -> "recovery_target_time=" + OffsetDateTime.parse(until);
            };
        } catch (DateTimeException e) {
            throw new CannotStartException(
                    "--until takes end, backup or a time with its zone (2026-11-29T14:05:00Z), not " + until,
                    e);
        }
    }
}
