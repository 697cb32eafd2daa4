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

    @Test
    void keepsNoStateThatIsNone() {
        assertEquals(new DatabaseRefusal(null), refusal("2"));
    }

    @Test
    void isNoneWhereTheDatabaseHadNoPart() {
        assertNull(DatabaseRefusal.of(new IllegalStateException(new NullPointerException())));
    }

    private static DatabaseRefusal refusal(String state) {
        return DatabaseRefusal.of(new IllegalStateException(new SQLException("no", state)));
    }
}
