package atlas.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A PostgreSQL server of our own on the loopback address, as a process of its own. What it acknowledged survives
 * {@code kill -9} and a
 * power failure: it refuses to run with settings that give that up.
 */
public final class PostgresServer {

    static final String SUPERUSER = "postgres";
    private static final String USER = "atlas";

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"), Map.entry("unix_socket_directories", ""),
            Map.entry("fsync", "on"), Map.entry("synchronous_commit", "on"), Map.entry("full_page_writes", "on"),
            Map.entry("max_connections", "100"), Map.entry("shared_buffers", "48MB"), Map.entry("wal_buffers", "1MB"),
            Map.entry("max_wal_size", "256MB"), Map.entry("autovacuum_max_workers", "2"),
            // Changes only with a restart; where to is for WalArchive to say.
            Map.entry("archive_mode", "on"),
            Map.entry("timezone", "UTC"), Map.entry("log_timezone", "UTC"), Map.entry("lc_messages", "C"));

    private final ChildProcess postmaster;
    private final int port;
    private final String password;

    private PostgresServer(ChildProcess postmaster, int port, String password) {
        this.postmaster = postmaster;
        this.port = port;
        this.password = password;
    }

    /**
     * Where a server lives.
     *
     * @param folder its data
     * @param programs where its programs are, or get, unpacked
     */
    public record Place(Path folder, Path programs, Path log, int port) {

        public Place {
            folder = folder.toAbsolutePath();
            programs = programs.toAbsolutePath();
        }
    }

    /** Starts the server, on the data of an earlier run if there is any, and returns when it answers. */
    public static PostgresServer start(Path folder, Path programs, Path log, int port) {
        return start(new Place(folder, programs, log, port), Map.of(), START);
    }

    static PostgresServer start(Place place, Map<String, String> more, Duration patience) {
        PostgresProgram program = PostgresProgram.unpackedIn(place.programs());
        PostgresFolder home = new PostgresFolder(place.folder());
        home.initialise(program, place.log());
        home.clearLeftovers();
        List<String> command = command(program, home, place.port(), more);
        long end = System.nanoTime() + START.toNanos();
        while (true) {
            LogTail tail = LogTail.of(place.log());
            ChildProcess postmaster = ChildProcess.start(command, Map.of("LC_ALL", "C"), place.log());
            PostgresServer server = new PostgresServer(postmaster, place.port(), home.password());
            if (server.becomesReady(patience)) {
                return server.checked();
            }
            postmaster.stop("QUIT", STOP);
            // The workers of a server that was killed need a moment to notice and let go of its memory.
            if (System.nanoTime() > end || !tail.contains("pre-existing shared memory block")) {
                throw new ServerFailedException("PostgreSQL did not start: " + tail.reason());
            }
        }
    }

    /** The way in of its superuser, to a server that this or another process has started. */
    public static Databases superuser(Path folder, int port) {
        return new Databases(PostgresAddress.local(port), "postgres", SUPERUSER, new PostgresFolder(folder).password());
    }

    private static List<String> command(PostgresProgram program, PostgresFolder home, int port, Map<String, String> more) {
        List<String> command = new ArrayList<>(
                List.of(program.path("postgres"), "-D", home.databases().toString(), "-p", Integer.toString(port)));
        SETTINGS.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        more.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return OrdinaryUser.command(command);
    }

    private boolean becomesReady(Duration patience) {
        return Waiting.until(patience, () -> !postmaster.isAlive() || databases().answer()) && postmaster.isAlive();
    }

    private PostgresServer checked() {
        try (Connection connection = databases().connect(); Statement statement = connection.createStatement()) {
            for (String setting : DURABLE) {
                ResultSet answer = statement.executeQuery("SHOW " + setting);
                if (!answer.next() || !"on".equals(answer.getString(1))) {
                    throw new ServerFailedException(
                            "PostgreSQL runs with " + setting + " off and could lose what it acknowledged");
                }
            }
            WalArchive.settle(connection);
            databases().createRoleIfMissing(USER, password);
            return this;
        } catch (SQLException e) {
            stop();
            throw new ServerFailedException("PostgreSQL started but does not answer: " + e.getMessage(), e);
        } catch (ServerFailedException e) {
            stop();
            throw e;
        }
    }

    private Databases databases() {
        return new Databases(address(), "postgres", SUPERUSER, password);
    }

    /** Makes an empty database that belongs to {@link #user()}, unless it is there already. */
    public void createDatabaseIfMissing(String name) {
        databases().createIfMissing(name, USER);
    }

    public PostgresAddress address() {
        return PostgresAddress.local(port);
    }

    public String jdbcUrl(String database) {
        return address().jdbcUrl(database);
    }

    /** The owner of the databases; not a superuser, as in production. */
    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    public int port() {
        return port;
    }

    public long pid() {
        return postmaster.pid();
    }

    /** For those who wait for its end. */
    public ChildProcess process() {
        return postmaster;
    }

    public boolean isAlive() {
        return postmaster.isAlive();
    }

    /** Ends the sessions that are open, writes everything out and stops. */
    public void stop() {
        postmaster.stop("INT", STOP);
    }

    /** Stops without writing everything out: for data that nobody needs any more. */
    public void abandon() {
        postmaster.stop("QUIT", STOP);
    }
}
