package atlas.local.push;

import java.util.UUID;

/** Imports as an API might tell them. */
final class Told {

    static final UUID ID = UUID.fromString("01a2056c-7519-742e-b876-59ab30962000");

    private final String status;
    private String format = "csv";
    private boolean dryRun;
    private Boolean reviewed;
    private int[] counts = { 2, 2, 0, 0 };
    private int ended;
    private Long rate = 500L;
    private String error;

    private Told(String status) {
        this.status = status;
    }

    static Told of(String status) {
        return new Told(status);
    }

    Told rows(int... all) {
        counts = all;
        return this;
    }

    Told rate(Long perSecond) {
        rate = perSecond;
        return this;
    }

    Told ended(int contracts) {
        ended = contracts;
        format = "xlsx";
        return this;
    }

    Told reviewed() {
        reviewed = true;
        return this;
    }

    Told dryRun() {
        dryRun = true;
        return this;
    }

    Told because(String why) {
        error = why;
        return this;
    }

    FollowedImport build() {
        int done = counts[1] + counts[2] + counts[3];
        return new FollowedImport(ID, "list.csv", format, status, dryRun, reviewed, counts[0], counts[1], counts[2], counts[3],
                ended, done * 100 / counts[0], rate, "2026-01-01T00:00:00Z", "2026-01-01T00:00:02.5Z", error);
    }
}
