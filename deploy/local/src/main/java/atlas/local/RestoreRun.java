package atlas.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import atlas.embedded.FolderCopy;
import atlas.embedded.FreePorts;
import atlas.embedded.PostgresRecovery;
import atlas.embedded.PostgresServer;
import atlas.embedded.WalArchive;

/** One restore: check, copy, recover, and fill the topics. */
final class RestoreRun {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int PARTITIONS = 12;
    private static final ExternalServers OUR_OWN = new ExternalServers(Optional.empty(), Optional.empty());

    private final BackupFolder backup;
    private final BackupManifest manifest;
    private final Console console;

    RestoreRun(BackupFolder backup, BackupManifest manifest, Console console) {
        this.backup = backup;
        this.manifest = manifest;
        this.console = console;
    }

    /** @param target how far, in PostgreSQL's words; empty: all that was kept */
    void to(Path data, String target, int brokers) throws IOException, SQLException, InterruptedException {
        console.say("checking the backup of " + manifest.ended() + ": " + manifest.files().size() + " files, "
                + (manifest.bytes() >> 20) + " MB…");
        backup.check(manifest);
        try (DataFolder folder = DataFolder.open(data)) {
            requireEmpty(folder);
            copy(folder);
            recover(folder, target);
            new Maintenance(folder, OUR_OWN, console).fillTopics(new EmptyTopics.Shape(PARTITIONS, (short) brokers), false);
            console.say("restored: start it with deploy/up --data " + folder.path());
            console.say("when something that had been shown may be missing now, run deploy/rebuild feed --data " + folder.path()
                    + " after that:");
            console.say("readers of the public feed are then told to begin again");
        }
    }

    private void requireEmpty(DataFolder folder) {
        for (Path part : List.of(folder.postgres(), folder.kafka(), folder.tokens())) {
            if (Files.exists(part)) {
                throw new CannotStartException(
                        folder.path() + " holds a suite's data already, and nothing is written over: name a new folder");
            }
        }
    }

    private void copy(DataFolder folder) throws IOException {
        console.say("copying…");
        Files.createDirectories(folder.postgres());
        FolderCopy.of(backup.postgres(), folder.postgres().resolve("data"), file -> true);
        FolderCopy.of(backup.suite().resolve("tokens"), folder.tokens(), file -> true);
        Files.copy(backup.suite().resolve("password"), folder.postgres().resolve("password"));
        for (Path file : List.of(folder.keys(), folder.reportLoaded())) {
            Path kept = backup.suite().resolve(file.getFileName());
            if (Files.exists(kept)) {
                Files.copy(kept, file);
            }
        }
    }

    private void recover(DataFolder folder, String target) throws SQLException {
        console.say("PostgreSQL reads the log" + (target.isEmpty() ? " to its end…" : " (" + target + ")…"));
        PostgresServer server = new PostgresRecovery(backup.wal(), target).start(new PostgresServer.Place(folder.postgres(),
                folder.programs(), folder.log("postgres"), FreePorts.some(1).get(0)));
        try (Connection superuser = PostgresServer.superuser(folder.postgres(), server.port()).connect(PATIENCE)) {
            WalArchive.end(superuser);
        } finally {
            server.stop();
        }
    }
}
