package atlas.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    private static final String DATABASE = "county";

    @TempDir
    private Path folder;

    private final int port = FreePorts.some(1).get(0);
    private PostgresServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.abandon();
        }
    }

    @Test
    void keepsWhatItAcknowledgedWhenKilled() throws SQLException {
        start();
        server.createDatabaseIfMissing(DATABASE);
        execute("CREATE TABLE told (what text)");
        execute("INSERT INTO told VALUES ('Montgomery')");

        ChildProcess.signal(server.pid(), "KILL");
        assertTrue(Waiting.until(Duration.ofSeconds(60), () -> !server.isAlive()));
        start();

        assertEquals("Montgomery", single("SELECT what FROM told"));
    }

    @Test
    void startsAgainOnItsDataAfterAStop() throws SQLException {
        start();
        server.createDatabaseIfMissing(DATABASE);
        execute("CREATE TABLE told (what text)");
        server.stop();
        assertFalse(server.isAlive());

        start();
        server.createDatabaseIfMissing(DATABASE);

        assertEquals("0", single("SELECT count(*) FROM told"));
    }

    @Test
    void stopsAServerThatAnEarlierRunLeftBehind() throws SQLException {
        start();
        server.createDatabaseIfMissing(DATABASE);
        PostgresServer leftBehind = server;

        start();

        assertFalse(leftBehind.isAlive());
        assertEquals("1", single("SELECT 1"));
    }

    @Test
    void writesDurablyAndCountiesKeepTheirAccents() throws SQLException {
        start();
        server.createDatabaseIfMissing(DATABASE);

        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            assertEquals("on", single("SHOW " + setting));
        }
        assertEquals("doña ana", single("SELECT lower('DOÑA ANA')"));
    }

    @Test
    void isNotOpenWithoutThePassword() throws SQLException {
        start();
        server.createDatabaseIfMissing(DATABASE);

        SQLException refused = assertThrows(SQLException.class,
                () -> DriverManager.getConnection(server.jdbcUrl(DATABASE), server.user(), "guess").close());

        assertEquals("28P01", refused.getSQLState());
    }

    @Test
    void isNotASuperuserTheServicesBecome() throws SQLException {
        start();
        server.createDatabaseIfMissing(DATABASE);

        assertEquals("off", single("SHOW is_superuser"));
        execute("CREATE EXTENSION btree_gist");
    }

    @Test
    void saysWhyItCannotStart() throws Exception {
        Files.createDirectories(folder.resolve("postgres/data"));
        Files.writeString(folder.resolve("postgres/data/PG_VERSION"), "9.6\n");

        ServerFailedException failure = assertThrows(ServerFailedException.class, this::start);

        assertTrue(failure.getMessage().startsWith("PostgreSQL did not start: "), failure.getMessage());
        assertTrue(failure.getMessage().contains("postgres.log"), failure.getMessage());
    }

    @Test
    void refusesADatabaseNameThatWouldNeedQuoting() {
        start();

        assertThrows(IllegalArgumentException.class, () -> server.createDatabaseIfMissing("a\"b"));
    }

    private void start() {
        server = PostgresServer.start(folder.resolve("postgres"), KafkaHome.find().folder().resolveSibling("postgres"),
                folder.resolve("postgres.log"), port);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String single(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            assertTrue(answer.next());
            return answer.getString(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(DATABASE), server.user(), server.password());
    }
}
