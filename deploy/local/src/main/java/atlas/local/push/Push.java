package atlas.local.push;

import java.util.Map;
import java.util.concurrent.Callable;

import atlas.local.Help;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Sends a file of policy records, and tells what became of it. */
@Command(name = "deploy/push", sortOptions = false, description = {
        "Sends a file of policy records to the public API, follows the import, and writes the rows that were not taken beside the",
        "file (NAME.refused.csv), to be corrected and pushed by themselves. Nothing is replaced: a taken name gets a number.",
        "" }, exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
                "0:every row was taken, or what was asked for is done",
                "1:the file was not taken, or the import failed", "2:the command is not right",
                "3:finished, with rows that were refused", "4:it waits for a reviewer's confirmation, or was cancelled",
                "130:Ctrl-C" }, footer = { "",
                        "A key is never an argument: everybody on the machine can see those.",
                        "A lost connection is tried again; the same sending is never taken twice." })
public final class Push implements Callable<Integer> {

    @Mixin
    Options options = new Options();

    @Mixin
    Help help;

    private final Map<String, String> environment = System.getenv();
    private final Screen screen = new Screen(System.out, System.err, environment.containsKey("ATLAS_TERMINAL"));

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Push()).setExpandAtFiles(false)
                .setParameterExceptionHandler((e, given) -> misused(e.getMessage())).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        String contradiction = options.contradiction();
        if (contradiction != null) {
            return misused(contradiction);
        }
        Interruption interruption = new Interruption(screen);
        try {
            String address = options.address(environment);
            LocalFile file = options.sends() ? LocalFile.at(options.file) : null; // before the key is looked for
            if (file != null && options.form() == null) {
                return misused(
                        "the name of " + file.path() + " does not tell its format: add --format json, ndjson, csv or xlsx");
            }
            Server server = new Server(address,
                    new KeySource(options.key, environment.get("ATLAS_KEY"), options.demoKeys()).keyFor(address));
            Course course = new Course(options, server, screen, interruption);
            return file == null ? course.steer() : course.send(file);
        } catch (PushFailedException e) {
            screen.complain("deploy/push: " + e.getMessage());
            return Summary.FAILED;
        } finally {
            interruption.over();
        }
    }

    private static int misused(String message) {
        System.err.println("deploy/push: " + message + " (deploy/push --help tells more)");
        return CommandLine.ExitCode.USAGE;
    }
}
