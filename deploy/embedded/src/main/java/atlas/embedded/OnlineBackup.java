package atlas.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A copy of a server's data while it works, by PostgreSQL's low-level interface for base backups. It is of use only together
 * with the
 * write-ahead log of the meantime, which an archive must be keeping.
 */
public final class OnlineBackup {

    /** Folders that a server fills anew when it starts. */
    private static final Set<String> EMPTIED = Set.of("pg_wal", "pg_dynshmem", "pg_notify", "pg_replslot", "pg_serial",
            "pg_snapshots", "pg_stat_tmp", "pg_subtrans");
    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts", "pg_internal.init",
            "backup_label.old", "recovery.signal", "standby.signal");
    private static final String TEMPORARY = "pgsql_tmp";
    private static final String STOP = "SELECT lsn, labelfile FROM pg_backup_stop(wait_for_archive => true)";

    private OnlineBackup() {
    }

    /**
     * What was copied.
     *
     * @param server tells this server and those restored from it from all others
     * @param end where the log must be read to, at least
     */
    public record Taken(String server, String version, String end, List<CopiedFile> files) {
    }

    /**
     * Copies the server's data, and returns when the archive has the log that belongs to it.
     *
     * @param from the server's data folder
     * @param to a folder that is not there yet
     */
    public static Taken take(Connection superuser, Path from, Path to) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            requireNoTablespaces(from);
            statement.execute("SELECT pg_backup_start('atlas', fast => true)");
            List<CopiedFile> files = new ArrayList<>(FolderCopy.of(from, to, OnlineBackup::isWanted));
            String end = stop(statement, to);
            files.add(FolderCopy.look(to, "backup_label"));
            try (ResultSet server = statement.executeQuery(
                    "SELECT system_identifier::text, current_setting('server_version') FROM pg_control_system()")) {
                server.next();
                return new Taken(server.getString(1), server.getString(2), end, List.copyOf(files));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String stop(Statement statement, Path to) throws SQLException, IOException {
        try (ResultSet stopped = statement.executeQuery(STOP)) {
            stopped.next();
            Files.writeString(to.resolve("backup_label"), stopped.getString(2), StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            return stopped.getString(1);
        }
    }

    private static boolean isWanted(Path path) {
        String name = path.getFileName().toString();
        return !LEFT_OUT.contains(name) && !name.startsWith(TEMPORARY)
                && (path.getNameCount() == 1 || !EMPTIED.contains(path.getName(0).toString()));
    }

    private static void requireNoTablespaces(Path from) throws IOException {
        try (Stream<Path> links = Files.list(from.resolve("pg_tblspc"))) {
            if (links.findAny().isPresent()) {
                throw new ServerFailedException(
                        "the server keeps data outside of " + from + " (tablespaces), which is not copied");
            }
        }
    }
}
