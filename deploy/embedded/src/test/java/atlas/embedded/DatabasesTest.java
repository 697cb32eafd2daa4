package atlas.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Databases on a server that is not ours, by a user with more or fewer permissions. */
class DatabasesTest {

    private static final EmbeddedServers SERVERS = new EmbeddedServers();

    @BeforeAll
    static void start() {
        SERVERS.start();
    }

    @AfterAll
    static void stop() {
        SERVERS.stop();
    }

    @Test
    void aUserWhoMayMakesThemAndFindsThemAgain() throws SQLException {
        Databases databases = as(PostgresServer.SUPERUSER, "postgres");

        databases.createIfMissing("county");
        databases.createIfMissing("county");

        as(PostgresServer.SUPERUSER, "county").connect().close();
    }

    @Test
    void aUserWhoMayNotUsesThoseThatAreThere() {
        as(SERVERS.postgres().user(), "no_such_database").createIfMissing("atlas");
    }

    @Test
    void saysWhyOneCannotBeUsed() {
        ServerFailedException failure = assertThrows(ServerFailedException.class,
                () -> as(SERVERS.postgres().user(), "postgres").createIfMissing("scoring"));

        assertEquals("cannot use the database scoring: ERROR: permission denied to create database", failure.getMessage());
    }

    @Test
    void saysThatThePasswordIsWrong() {
        Databases databases = new Databases(SERVERS.postgres().address(), "postgres", SERVERS.postgres().user(), "guess");

        ServerFailedException failure = assertThrows(ServerFailedException.class, () -> databases.createIfMissing("atlas"));

        assertTrue(failure.getMessage().contains("password authentication failed"), failure.getMessage());
    }

    private static Databases as(String user, String maintenance) {
        return new Databases(SERVERS.postgres().address(), maintenance, user, SERVERS.postgres().password());
    }
}
