package atlas.gateway.key;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

import atlas.gateway.testing.GatewayTest;

/** A database from before there were partners. */
@GatewayTest
class MigrationTest {

    private static final String ROW = "INSERT INTO before.api_key (id, secret_sha256, organisation, role, scopes, states, counties, created) "
            + "VALUES ('%s', sha256('x'), '%s', '%s', '{%s}', '{%s}', '{%s}', '2026-01-0%s')";

    @Inject
    DataSource database;

    @Test
    void givesEachHolderOfKeysAPartnerAndLosesNoKey() throws SQLException {
        migration("db/migration").target("10").load().migrate();
        run(String.format(ROW, "0000000001", "Maryland", "a", "policies:write", "MD", "", 1),
                String.format(ROW, "0000000002", "MARYLAND", "b", "laws:write", "VA", "51013", 2),
                String.format(ROW, "0000000003", "Everywhere", "c", "policies:write,laws:write", "MD", "", 3),
                String.format(ROW, "0000000004", "Everywhere", "d", "admin", "", "", 4));
        // as the gateway is set up: the tables of the consumer and of writes come out of their order
        migration("db/consumer", "db/writes", "db/migration").outOfOrder(true).load().migrate();
        assertEquals(List.of("Everywhere TRUSTED {admin,laws:write,policies:write} {} {}",
                "MARYLAND TRUSTED {laws:write,policies:write} {MD,VA} {51013}"), rows("""
                        SELECT name || ' ' || review || ' ' || scopes::text || ' ' || states::text || ' ' || counties::text
                        FROM before.partner ORDER BY lower(name)"""));
        assertEquals(List.of("0000000001 a MARYLAND 0000000001 1", "0000000002 b MARYLAND 0000000002 1",
                "0000000003 c Everywhere 0000000003 1", "0000000004 d Everywhere 0000000004 1"), rows("""
                        SELECT k.id || ' ' || k.name || ' ' || p.name || ' ' || k.line || ' ' || k.version
                        FROM before.api_key k JOIN before.partner p ON p.id = k.partner ORDER BY k.id"""));
        assertEquals(List.of("0"), rows("SELECT count(*)::text FROM before.audit"));
        run("DROP SCHEMA before CASCADE");
    }

    private FluentConfiguration migration(String... locations) {
        return Flyway.configure().dataSource(database).schemas("before").locations(locations);
    }

    private void run(String... statements) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private List<String> rows(String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }
}
