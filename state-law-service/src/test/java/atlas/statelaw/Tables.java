package atlas.statelaw;

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
        return Long.parseLong(text("SELECT count(*) FROM " + table));
    }

    /** A part of the latest event about the law at the address: "data,after,binds", or a column of the outbox: "key". */
    String announced(String part, String location) throws SQLException {
        String shown = part.equals("key") ? "key" : "convert_from(payload, 'UTF8')::json #>> '{" + part + "}'";
        return text("SELECT " + shown + " FROM outbox WHERE convert_from(payload, 'UTF8')::json ->> 'subject' = ?"
                + " ORDER BY id DESC LIMIT 1", location.substring(location.lastIndexOf('/') + 1));
    }

    /** The first column of the first row. */
    String text(String sql, String... arguments) throws SQLException {
        try (Connection connection = database.getConnection(); PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                query.setString(i + 1, arguments[i]);
            }
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** Does the statements in one transaction. */
    void execute(String... statements) throws SQLException {
        try (Connection connection = database.getConnection(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                for (String sql : statements) {
                    statement.execute(sql);
                }
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
