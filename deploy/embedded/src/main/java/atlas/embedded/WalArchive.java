package atlas.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Where a server of ours keeps a copy of each finished piece of its write-ahead log. Archiving itself is always on, so that a
 * backup
 * needs no restart; without a place the pieces are let go of at once.
 */
public final class WalArchive {

    private static final String NOWHERE = "true";

    private WalArchive() {
    }

    /**
     * From now on keeps finished pieces in that folder, with PostgreSQL's own module, which writes each to the disk before it
     * takes it
     * for kept.
     *
     * @param seconds after how long a piece counts as finished that has anything in it; 0: only when it is full
     */
    public static void keepIn(Path folder, int seconds, Connection superuser) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            apply(statement, List.of("archive_command = ''",
                    "basic_archive.archive_directory = " + statement.enquoteLiteral(folder.toString()),
                    "archive_library = 'basic_archive'", "archive_timeout = " + seconds));
        }
    }

    /** From now on keeps nothing. */
    public static void end(Connection superuser) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            apply(statement, List.of("archive_library = ''", "archive_command = '" + NOWHERE + "'", "archive_timeout = 0"));
        }
    }

    /** What went wrong with it last, unless it went well since; null when nothing did. */
    public static String trouble(Connection superuser) throws SQLException {
        return text(superuser, """
                SELECT 'the archive did not take ' || last_failed_wal FROM pg_stat_archiver
                WHERE last_failed_time > coalesce(last_archived_time, '-infinity')""");
    }

    /** The folder that pieces are kept in; null when there is none. */
    public static String folder(Connection superuser) throws SQLException {
        return text(superuser, """
                SELECT current_setting('basic_archive.archive_directory', true)
                WHERE current_setting('archive_library') = 'basic_archive'""");
    }

    /** Without a command or a module pieces would pile up. */
    static void settle(Connection superuser) throws SQLException {
        if (text(superuser,
                "SELECT 1 WHERE current_setting('archive_library') = '' AND current_setting('archive_command') = ''") != null) {
            end(superuser);
        }
    }

    private static void apply(Statement statement, List<String> settings) throws SQLException {
        for (String setting : settings) {
            statement.execute("ALTER SYSTEM SET " + setting);
        }
        statement.execute("SELECT pg_reload_conf()");
    }

    private static String text(Connection superuser, String query) throws SQLException {
        try (Statement statement = superuser.createStatement(); ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : null;
        }
    }
}
