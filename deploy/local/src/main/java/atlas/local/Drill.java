package atlas.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;

import atlas.embedded.Folders;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows that a backup brings everything back, on a suite of its own. */
@Command(name = "deploy/drill", sortOptions = false, description = {
        "Starts a suite of its own with the report's data, backs it up while it is written to, writes on, stops it and deletes its",
        "data. Then restores it twice, with all that was kept and as of the backup alone, has the scores made anew, and compares:",
        "the owners' tables, the seals of the audit, scores, feed, and each write that was acknowledged. A few minutes.",
        "" }, exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
                "0:identical", "1:different, or it could not be done", "2:the command is not right" })
public final class Drill implements Callable<Integer> {

    @Option(names = "--short", description = "leave out the second restore, and start without the report's data")
    boolean briefly;

    @Option(names = "--keep", paramLabel = "FOLDER", description = "a new folder for all that the drill makes, which stays (a temporary one, deleted when identical)")
    Path kept;

    @Mixin
    Help help;

    private final Console console = new Console(System.out, System.err);

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Drill()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        return new Attempt("deploy/drill", console).at(this::drill);
    }

    private int drill() throws IOException, SQLException, InterruptedException {
        Path work = kept == null ? Files.createTempDirectory("atlas-drill-") : Files.createDirectory(kept.toAbsolutePath());
        DrillRun drill = new DrillRun(work, console);
        run(drill);
        drill.findings().forEach(console::complain);
        console.say(drill.findings().isEmpty() ? "identical" : "different; all of it is in " + work);
        if (drill.findings().isEmpty() && kept == null) {
            Folders.delete(work);
        }
        return drill.findings().isEmpty() ? 0 : Attempt.FAILED;
    }

    private void run(DrillRun drill) throws IOException, SQLException, InterruptedException {
        if (briefly) {
            drill.lose("--no-data");
            drill.findAll();
        } else {
            drill.lose();
            drill.findAll();
            drill.findTheBackupAlone();
        }
    }
}
