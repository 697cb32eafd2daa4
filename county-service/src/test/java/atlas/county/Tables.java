package atlas.county;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Unremovable;

/** Looks at the tables behind the API. */
@ApplicationScoped
@Unremovable
class Tables {

    private final DataSource database;

    Tables(DataSource database) {
        this.database = database;
    }

    long count(String table) throws SQLException {
        return number("SELECT count(*) FROM " + table, null);
    }

    /** How many events of a kind of change there are for the record at the address. */
    long countChanges(String change, String location) throws SQLException {
        return number("SELECT count(*) FROM outbox WHERE convert_from(payload, 'UTF8')::jsonb ->> 'subject' = ?"
                + " AND convert_from(payload, 'UTF8')::jsonb -> 'data' ->> 'change' = '" + change + "'",
                location.substring(location.lastIndexOf('/') + 1));
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql, String argument) throws SQLException {
        try (Connection connection = database.getConnection(); PreparedStatement query = connection.prepareStatement(sql)) {
            if (argument != null) {
                query.setString(1, argument);
            }
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
