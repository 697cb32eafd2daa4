package atlas.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import atlas.embedded.Databases;
import atlas.embedded.PostgresAddress;

class DatabaseUrlTest {

    @Test
    void readsUserPasswordDatabaseAndParameters() {
        Databases databases = read(Map.of("DATABASE_URL", "postgres://atlas:p%40ss+word@db.example:6432/main?sslmode=require"));

        assertEquals(new Databases(new PostgresAddress("db.example:6432", "sslmode=require"), "main", "atlas", "p@ss+word"),
                databases);
        assertEquals("jdbc:postgresql://db.example:6432/county?sslmode=require", databases.address().jdbcUrl("county"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "jdbc:postgresql://localhost/", "postgresql://localhost", "postgres://somebody:else@localhost/" })
    void takesUserAndPasswordFromTheirOwnVariables(String url) {
        Databases databases = read(Map.of("DATABASE_URL", url, "DATABASE_USER", "atlas", "DATABASE_PASSWORD", "secret"));

        assertEquals(new Databases(new PostgresAddress("localhost", ""), "postgres", "atlas", "secret"), databases);
    }

    @Test
    void isNothingWithoutTheVariable() {
        assertTrue(DatabaseUrl.from(Map.of("DATABASE_USER", "atlas")).isEmpty());
        assertTrue(DatabaseUrl.from(Map.of("DATABASE_URL", " ")).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = { "mysql://root:secret@localhost/x", "localhost:5432", "postgres:secret",
            "postgres://u:secret word@h/",
            "postgres://localhost/" })
    void refusesWhatIsNoAddressAndKeepsThePasswordToItself(String url) {
        CannotStartException refusal = assertThrows(CannotStartException.class, () -> read(Map.of("DATABASE_URL", url)));

        assertTrue(refusal.getMessage().startsWith("DATABASE_URL "), refusal.getMessage());
        assertFalse(refusal.getMessage().contains("secret"), refusal.getMessage());
    }

    private static Databases read(Map<String, String> environment) {
        return DatabaseUrl.from(environment).orElseThrow();
    }
}
