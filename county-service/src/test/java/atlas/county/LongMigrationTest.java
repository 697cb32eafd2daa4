package atlas.county;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import jakarta.inject.Inject;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

import atlas.events.outbox.DatabaseAddress;
import atlas.service.migration.MigrationConnections;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;

/** What a request may take is no measure for what a migration may take. */
@QuarkusTest
@CountyServers
class LongMigrationTest {

    private static final String LONGER_THAN_A_REQUEST = "SELECT pg_sleep(0.4)";

    @Inject
    Flyway flyway;

    @Inject
    DatabaseAddress address;

    @Test
    void migrationsHaveConnectionsOfTheirOwn() {
        assertFalse(flyway.getConfiguration().getDataSource() instanceof AgroalDataSource);
    }

    @Test
    void aLongOneIsNotCutOff() throws SQLException {
        String limited = address.url() + (address.url().contains("?") ? "&" : "?")
                + "options=-c%20statement_timeout=100%20-c%20lock_timeout=3000";
        try (Connection request = DriverManager.getConnection(limited, address.user(), address.password());
                Statement statement = request.createStatement()) {
            assertThrows(SQLException.class, () -> statement.execute(LONGER_THAN_A_REQUEST));
        }
        FluentConfiguration migrations = Flyway.configure();
        new MigrationConnections(new DatabaseAddress(limited, address.user(), address.password())).customize(migrations);

        try (Connection migration = migrations.getDataSource().getConnection();
                Statement statement = migration.createStatement()) {
            statement.execute(LONGER_THAN_A_REQUEST);
            assertEquals("3s", shown(statement, "lock_timeout"), "what it shares with requests stays");
        }
    }

    private static String shown(Statement statement, String setting) throws SQLException {
        try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
            row.next();
            return row.getString(1);
        }
    }
}
