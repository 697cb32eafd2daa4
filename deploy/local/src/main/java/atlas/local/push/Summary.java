package atlas.local.push;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What became of a file.
 *
 * @param name of the file, as the person knows it
 */
record Summary(String name, FollowedImport told, Server server) {

    static final int ALL_TAKEN = 0;
    static final int FAILED = 1;
    static final int SOME_REFUSED = 3;
    static final int NOT_FINISHED = 4;

    int exitCode() {
        return switch (told.status()) {
            case "COMPLETED" -> told.refused() > 0 ? SOME_REFUSED : ALL_TAKEN;
            case "CANCELLED", "AWAITING_CONFIRMATION" -> NOT_FINISHED;
            default -> FAILED;
        };
    }

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(name + ": " + headline());
        lines.add(row("rows", told.rows()));
        lines.add(row("accepted", told.accepted()) + (waits() ? "  (waiting for a reviewer)" : ""));
        lines.add(row("unchanged", told.unchanged()));
        lines.add(row("refused", told.refused()));
        if (told.ended() > 0) {
            lines.add(row("ended", told.ended()) + "  (contracts that are gone from the list)");
        }
        if (waits()) {
            lines.add("what was accepted waits at " + server + "/v1/policy-submissions?status=PENDING until it is approved");
        }
        return String.join(System.lineSeparator(), lines);
    }

    private String headline() {
        String why = told.error() == null ? "" : ": " + told.error();
        String how = switch (told.status()) {
            case "COMPLETED" -> "completed" + took();
            case "CANCELLED" -> "cancelled; what was taken stays";
            case "AWAITING_CONFIRMATION" -> "waits for a reviewer's confirmation" + why;
            default -> told.status().toLowerCase(Locale.ROOT) + why;
        };
        return how + (told.dryRun() ? " (a dry run: nothing was changed)" : "");
    }

    private String took() {
        return told.took().map(time -> String.format(Locale.ROOT, " in %.1f s", time.toMillis() / 1000.0)).orElse("");
    }

    private boolean waits() {
        return told.isReviewed() && !told.dryRun() && told.accepted() > 0;
    }

    private static String row(String what, int count) {
        return String.format("  %-9s %11s", what, Gauge.number(count));
    }
}
