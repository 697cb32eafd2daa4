package atlas.events.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseRefusalTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "08001", "08006", "53100", "53200", "53300", "57014", "57P01", "57P03", "58030" })
    void isOfTheServerWhenItIsNotThereOrLacksSomething(String state) {
        assertTrue(refusal(state).isOfTheServer());
    }

    @ParameterizedTest
    @ValueSource(strings = { "22001", "23505", "25006", "28P01", "40001", "42P01", "55P03", "XX001" })
    void isNotOfTheServerWhenTheSameWouldBeSaidAgain(String state) {
        assertFalse(refusal(state).isOfTheServer());
    }

    /** A connection that was not had in time has no state, and is no reason to give up what was to be written. */
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "08006", "40001", "40P01", "53300", "55P03", "57P01" })
    void passesWithTheServersTroubleAndOtherTransactions(String state) {
        assertTrue(refusal(state).isPassing());
    }

    @ParameterizedTest
    @ValueSource(strings = { "22001", "23505", "42P01", "P0001", "XX001" })
    void doesNotPassByItself(String state) {
        assertFalse(refusal(state).isPassing());
    }

    @Test
    void saysWhatTheServerSaidWithoutTheStatement() {
        SQLException batch = new SQLException("Batch entry 0 insert into t values ('secret') was aborted", "22001",
                new SQLException("value too long\nDetail: of what", "22001"));

        assertEquals("SQLSTATE 22001, value too long", DatabaseRefusal.of(new RuntimeException(batch)).toString());
    }

    @Test
    void isFoundBesideTheFailureOfATransaction() {
        IllegalStateException rolledBack = new IllegalStateException("rolled back");
        rolledBack.addSuppressed(new SQLException("deadlock", "40P01"));

        assertTrue(DatabaseRefusal.of(rolledBack).isPassing());
    }

    @Test
    void keepsNoStateThatIsNone() {
        assertEquals(new DatabaseRefusal(null, "no"), refusal("2"));
    }

    @Test
    void isNoneWhereTheDatabaseHadNoPart() {
        assertNull(DatabaseRefusal.of(new IllegalStateException(new NullPointerException())));
    }

    private static DatabaseRefusal refusal(String state) {
        return DatabaseRefusal.of(new IllegalStateException(new SQLException("no", state)));
    }
}
