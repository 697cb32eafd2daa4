package atlas.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has the running suite make anew what it makes from Kafka, and compares it with before. */
@Command(name = "deploy/rebuild", sortOptions = false, description = {
        "Makes the scores, the public feed, or both anew in the running suite, from the first messages in Kafka into emptied",
        "tables, and compares them with what they were. Until each is complete, what was before is shown; what was told to the",
        "outside before is not told again. The feed gets new numbers: its readers are told to begin again.",
        "" }, exitCodeListHeading = "%nExit codes:%n", exitCodeList = { "0:identical",
                "1:different, or it could not be done", "2:the command is not right" }, footer = { "",
                        "What is written meanwhile makes a difference, too: then look at the counts, and do it again." })
public final class Rebuild implements Callable<Integer> {

    private static final int FAILED = 1;

    /** What is made from the topics. */
    enum What {
        SCORES,
        FEED,
        ALL
    }

    @Parameters(arity = "0..1", paramLabel = "scores|feed|all", description = "what to make anew (all)")
    What what = What.ALL;

    @Mixin
    SuiteFolder suite;

    @Option(names = "--yes", description = "do not ask first")
    boolean yes;

    @Mixin
    Help help;

    private final Console console = new Console(System.out, System.err);

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Rebuild()).setCaseInsensitiveEnumValuesAllowed(true).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            AdminApi api = running();
            if (!yes && System.console() == null) {
                console.complain("deploy/rebuild: nobody can be asked here: add --yes");
                return CommandLine.ExitCode.USAGE;
            }
            return yes || isWanted() ? rebuild(api) : FAILED;
        } catch (CannotStartException e) {
            console.complain("deploy/rebuild: " + e.getMessage());
            return FAILED;
        }
    }

    private AdminApi running() {
        return new AdminApi(RunningData.status(suite.path()).address(), DemoKeys.read(suite.path().resolve("keys")).admin());
    }

    private boolean isWanted() {
        String answer = System.console().readLine("Make %s anew from Kafka? [y/N] ",
                what == What.ALL ? "scores and feed" : what.name().toLowerCase(Locale.ROOT));
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }

    /** Scores first: what they may have to make up for is then in the feed. */
    private int rebuild(AdminApi api) throws InterruptedException {
        List<RebuiltPart> parts = new ArrayList<>();
        if (what != What.FEED) {
            parts.add(RebuiltPart.scores(api, console));
        }
        if (what != What.SCORES) {
            parts.add(RebuiltPart.feed(api, console));
        }
        boolean identical = true;
        for (RebuiltPart part : parts) {
            identical &= part.rebuild();
        }
        return identical ? 0 : FAILED;
    }
}
