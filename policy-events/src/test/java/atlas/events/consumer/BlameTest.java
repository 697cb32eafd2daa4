package atlas.events.consumer;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;

import jakarta.transaction.RollbackException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.narayana.jta.QuarkusTransactionException;

class BlameTest {

    @ParameterizedTest
    @ValueSource(strings = { "21000", "22001", "22021", "22P02", "23502", "23505", "23P01", "44000", "54000", "P0001" })
    void isOnTheEventWhenTheDatabaseRefusesItsValues(String state) {
        assertTrue(Blame.isOnAnEvent(new IllegalStateException(new SQLException("no", state))));
        assertTrue(Blame.isOnAnEvent(atCommit(new SQLException("no", state))));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", "2", "08006", "0A000", "25006", "25P02", "25P03", "26000", "28P01", "40001", "40P01", "42501",
            "42P01", "53100", "53300", "55P03", "57014", "57P01", "57P03", "58030", "XX001" })
    void isOnNobodyWhenTheDatabaseCouldNotDoItNow(String state) {
        assertFalse(Blame.isOnAnEvent(new IllegalStateException(new SQLException("not now", state))));
        assertFalse(Blame.isOnAnEvent(atCommit(new SQLException("not now", state))));
    }

    @Test
    void isOnTheEventWhenTheHandlerFailedWithoutTheDatabase() {
        assertTrue(Blame.isOnAnEvent(new NullPointerException()));
    }

    @Test
    void isOnNobodyWhenTheTransactionCouldNotBeCommittedAndNobodySaysWhy() {
        assertFalse(Blame.isOnAnEvent(new QuarkusTransactionException(new RollbackException("timed out"))));
    }

    @Test
    void isFoundInAFailureThatNamesItself() {
        IllegalStateException one = new IllegalStateException("one");
        one.initCause(new IllegalStateException("other", one));

        assertTrue(Blame.isOnAnEvent(one));
    }

    private static QuarkusTransactionException atCommit(SQLException refusal) {
        RollbackException failed = new RollbackException("the commit failed");
        failed.addSuppressed(new IllegalStateException(refusal));
        return new QuarkusTransactionException(failed);
    }
}
