package atlas.local;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import atlas.embedded.Folders;
import atlas.local.DrillWriter.Written;

/** The drill: a suite that is written to is backed up, goes on, is lost, and comes back. */
final class DrillRun {

    private static final int WRITES = 30;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String KNOWN = "SELECT DISTINCT id FROM policy_version";

    private final Path work;
    private final Console console;
    private final BackupFolder backup;
    private final List<String> findings = new ArrayList<>();
    private List<Written> written = List.of();
    private DrillState state;
    private String day = "";
    private String[] options = {};

    /** @param work a folder for all that the drill makes */
    DrillRun(Path work, Console console) {
        this.work = work;
        this.console = console;
        this.backup = new BackupFolder(work.resolve("backup"));
    }

    /** A suite's life up to its end: afterwards there is the backup alone. */
    void lose(String... with) throws IOException, SQLException, InterruptedException {
        options = with.clone();
        console.say("== a suite that is written to, backed up meanwhile, and written to again");
        try (DrillSuite suite = DrillSuite.start(work.resolve("lost"), options)) {
            try (DrillWriter writer = DrillWriter.start(suite);
                    Connection superuser = suite.databases().connect(PATIENCE)) {
                writer.awaitMore(WRITES);
                new BackupRun(superuser, suite.data(), console).to(backup.path(), true);
                writer.awaitMore(WRITES);
                writer.close();
                written = writer.acknowledged();
            }
            new DrillRest(suite).await();
            day = suite.admin().get("/v1/admin/fingerprints/scores").path("asOf").asText();
            state = DrillState.of(suite, day);
            console.say(written.size() + " writes were acknowledged; the suite is stopped and its data deleted");
        }
        Folders.delete(work.resolve("lost"));
    }

    /** All that was acknowledged comes back, to the last seal and number. */
    void findAll() throws IOException, SQLException, InterruptedException {
        console.say("== restored with all that was kept");
        restore("end", "");
        try (DrillSuite suite = DrillSuite.start(work.resolve("end"), options)) {
            new DrillRest(suite).await();
            note("restored", state.differences(DrillState.of(suite, day)));
            rebuild(suite);
            note("rebuilt", state.differences(DrillState.of(suite, day)));
            noteLost(missing(suite, written));
            goesOn(suite);
        }
    }

    /** As of the backup, what had been acknowledged when it began is there, and what was sent after its end is not. */
    void findTheBackupAlone() throws IOException, SQLException, InterruptedException {
        console.say("== restored to the time of the backup");
        restore("backup-alone", "recovery_target=immediate");
        BackupManifest manifest = backup.manifest();
        Instant began = Instant.parse(manifest.began());
        Instant ended = Instant.parse(manifest.ended());
        try (DrillSuite suite = DrillSuite.start(work.resolve("backup-alone"), options)) {
            new DrillRest(suite).await();
            noteLost(missing(suite, written.stream().filter(one -> one.acknowledged().isBefore(began)).toList()));
            List<Written> later = written.stream().filter(one -> one.sent().isAfter(ended)).toList();
            if (missing(suite, later).size() != later.size() || later.isEmpty()) {
                findings.add("there are writes of after the backup");
            }
            rebuild(suite);
            goesOn(suite);
        }
    }

    List<String> findings() {
        return List.copyOf(findings);
    }

    private void restore(String name, String target) throws IOException, SQLException, InterruptedException {
        new RestoreRun(backup, backup.manifest(), console).to(work.resolve(name), target, 1);
    }

    private void rebuild(DrillSuite suite) throws InterruptedException {
        if (!RebuiltPart.scores(suite.admin(), console).rebuild()) {
            findings.add("the scores that were made anew are others");
        }
    }

    /** What is written now is numbered, scored and sealed as before. */
    private void goesOn(DrillSuite suite) throws IOException, SQLException, InterruptedException {
        int events = suite.admin().get("/v1/admin/fingerprints/feed").path("events").asInt();
        Written one = DrillWriter.once(suite);
        new DrillRest(suite).await();
        if (suite.admin().get("/v1/admin/fingerprints/feed").path("events").asInt() <= events) {
            findings.add("a write after the restore is not in the feed: " + one.id());
        }
        if (!DrillState.of(suite, day).auditIsWhole()) {
            findings.add("the audit's seals are broken");
        }
    }

    private List<String> missing(DrillSuite suite, List<Written> of) throws SQLException {
        Set<UUID> known = new HashSet<>();
        try (Connection connection = suite.databases().on(Service.COUNTY.database()).connect(PATIENCE);
                PreparedStatement query = connection.prepareStatement(KNOWN);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                known.add(rows.getObject(1, UUID.class));
            }
        }
        return of.stream().map(Written::id).filter(id -> !known.contains(UUID.fromString(id))).toList();
    }

    private void noteLost(List<String> ids) {
        console.say(ids.isEmpty() ? "no acknowledged write is lost" : ids.size() + " acknowledged writes are lost");
        ids.forEach(id -> findings.add("lost: " + id));
    }

    private void note(String when, List<String> differences) {
        console.say(when + ": " + (differences.isEmpty() ? "identical" : differences.size() + " differences"));
        differences.forEach(difference -> findings.add(when + ": " + difference));
    }
}
