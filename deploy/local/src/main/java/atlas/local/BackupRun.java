package atlas.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import atlas.embedded.CopiedFile;
import atlas.embedded.FolderCopy;
import atlas.embedded.OnlineBackup;
import atlas.embedded.WalArchive;

/** One backup: first the log is kept, then the data copied, then what else the suite keeps; the list comes last. */
final class BackupRun {

    private static final int A_MINUTE = 60;

    private final Connection superuser;
    private final Path data;
    private final Console console;
    private final Clock clock = Clock.systemUTC();

    /** @param data the suite's data folder */
    BackupRun(Connection superuser, Path data, Console console) {
        this.superuser = superuser;
        this.data = data;
        this.console = console;
    }

    void to(Path target, boolean continuous) throws SQLException, IOException {
        requireArchiving();
        String before = WalArchive.folder(superuser);
        BackupFolder folder = BackupFolder.make(target);
        Instant began = clock.instant();
        console.say("copying the databases to " + folder.path() + "…");
        boolean whole = false;
        try {
            WalArchive.keepIn(folder.wal(), 0, superuser);
            write(folder, began, continuous);
            whole = true;
        } finally {
            if (!whole && before != null) {
                WalArchive.keepIn(Path.of(before), A_MINUTE, superuser);
            } else if (!whole || !continuous) {
                WalArchive.end(superuser);
            } else {
                WalArchive.keepIn(folder.wal(), A_MINUTE, superuser);
            }
        }
        if (continuous) {
            console.say("every change from now on is kept there, too: the folder must stay, or the disk of the suite fills up");
        }
    }

    private void write(BackupFolder folder, Instant began, boolean continuous) throws SQLException, IOException {
        OnlineBackup.Taken taken = taken(folder);
        List<CopiedFile> files = new ArrayList<>();
        taken.files().forEach(file -> files.add(in(folder.postgres(), file, folder)));
        files.addAll(folder.pieces());
        files.addAll(suite(folder));
        Instant ended = clock.instant();
        BackupManifest manifest = new BackupManifest(BackupManifest.FORMAT, began.toString(), ended.toString(), taken.server(),
                taken.version(), taken.end(), continuous, files);
        folder.write(manifest);
        console.say("backed up: " + files.size() + " files, " + (manifest.bytes() >> 20) + " MB, in "
                + Console.seconds(Duration.between(began, ended)) + "; all that was acknowledged before " + began
                + " is in it");
    }

    private OnlineBackup.Taken taken(BackupFolder folder) throws SQLException {
        try {
            return OnlineBackup.take(superuser, data.resolve("postgres").resolve("data"), folder.postgres());
        } catch (SQLException e) {
            String trouble = WalArchive.trouble(superuser);
            throw trouble == null ? e : new SQLException(trouble + ": see " + data.resolve("log").resolve("postgres.log"), e);
        }
    }

    /** Keys and the like; not logs, programs, exports and topics, which are made anew. */
    private List<CopiedFile> suite(BackupFolder folder) throws IOException {
        Files.createDirectory(folder.suite(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        List<CopiedFile> files = new ArrayList<>();
        FolderCopy.of(data.resolve("tokens"), folder.suite().resolve("tokens"), file -> true)
                .forEach(file -> files.add(in(folder.suite().resolve("tokens"), file, folder)));
        for (String name : List.of("keys", "report-loaded", "postgres/password")) {
            Path file = data.resolve(name);
            if (Files.exists(file)) {
                Path copy = folder.suite().resolve(file.getFileName());
                Files.copy(file, copy);
                files.add(FolderCopy.look(folder.path(), folder.path().relativize(copy).toString()));
            }
        }
        return files;
    }

    private static CopiedFile in(Path copied, CopiedFile file, BackupFolder folder) {
        return new CopiedFile(folder.path().relativize(copied).resolve(file.path()).toString(), file.size(), file.sha256());
    }

    private void requireArchiving() throws SQLException {
        try (Statement statement = superuser.createStatement(); ResultSet mode = statement.executeQuery("SHOW archive_mode")) {
            mode.next();
            if (!mode.getString(1).equals("on")) {
                throw new CannotStartException(
                        "this suite was started by a version that cannot be backed up while it runs: stop it and start it again");
            }
        }
    }
}
