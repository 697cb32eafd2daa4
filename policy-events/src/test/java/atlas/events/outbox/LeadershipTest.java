package atlas.events.outbox;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import atlas.events.testing.RealServers;
import atlas.events.testing.Tables;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@RealServers
class LeadershipTest {

    @Inject
    DatabaseAddress address;

    @Inject
    Tables tables;

    private String task;
    private Leadership one;
    private Leadership other;

    @BeforeEach
    void prepare() {
        task = "task-" + UUID.randomUUID();
        one = new Leadership(task, address);
        other = new Leadership(task, address);
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    @Test
    void isWithOneAtATime() {
        assertTrue(one.tryAcquire());
        assertTrue(one.tryAcquire(), "who leads goes on leading");
        assertFalse(other.tryAcquire());
        assertTrue(one.held());
        assertFalse(other.held());
        assertThrows(SQLException.class, other::connection);
    }

    @Test
    void isFreeWhenTheLeaderStepsDown() {
        one.tryAcquire();
        one.tryAcquire();
        one.close();

        assertFalse(one.held());
        await().until(other::tryAcquire);
    }

    @Test
    void isOfSomebodyWhomTheDatabaseAsksAfter() throws SQLException {
        one.tryAcquire();

        assertEquals(List.of("5", "2", "3", "10000"), List.of(shown("tcp_keepalives_idle"), shown("tcp_keepalives_interval"),
                shown("tcp_keepalives_count"), shown("tcp_user_timeout")));
    }

    private String shown(String setting) throws SQLException {
        try (Statement statement = one.connection().createStatement();
                ResultSet row = statement.executeQuery("SHOW " + setting)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void isLostWithTheSession() throws SQLException {
        one.tryAcquire();
        tables.strings("SELECT pg_terminate_backend(?)", session(one));

        await().until(other::tryAcquire);
        assertFalse(one.held());
        assertThrows(SQLException.class, () -> session(one), "what is done on its connection fails");
        one.close();
        assertFalse(one.tryAcquire());
        other.close();
        await().until(one::tryAcquire);
    }

    @Test
    void isAskedForAgainOverTheSameSession() {
        one.tryAcquire();
        other.tryAcquire();
        List<String> before = sessions();
        assertEquals(2, before.size());

        for (int i = 0; i < 5; i++) {
            assertFalse(other.tryAcquire());
        }

        assertEquals(before, sessions());
    }

    @Test
    void isAskedForAgainAfterTheFollowersSessionEnded() throws SQLException {
        one.tryAcquire();
        other.tryAcquire();
        int leader = session(one);
        tables.strings(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = ? AND pid <> ?",
                task, leader);
        one.close();

        await().until(other::tryAcquire);
        assertTrue(other.held());
    }

    @Test
    void isNotTakenWhileTheDatabaseIsOutOfReach() {
        Leadership lost = new Leadership("task", new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/nowhere", "atlas", "none"));

        assertFalse(lost.tryAcquire());
        assertFalse(lost.held());
    }

    private List<String> sessions() {
        return tables.strings("SELECT pid FROM pg_stat_activity WHERE application_name = ? ORDER BY pid", task);
    }

    private static int session(Leadership leader) throws SQLException {
        Connection connection = leader.connection();
        try (Statement query = connection.createStatement(); ResultSet row = query.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }
}
