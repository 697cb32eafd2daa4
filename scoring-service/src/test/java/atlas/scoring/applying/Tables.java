package atlas.scoring.applying;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

/** Looks into the tables, past the service. */
@ApplicationScoped
public class Tables {

    private final DataSource database;

    Tables(DataSource database) {
        this.database = database;
    }

    /** @param rows a table, or a table with a condition */
    public long count(String rows) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("SELECT count(*) FROM " + rows);
                ResultSet answer = query.executeQuery()) {
            answer.next();
            return answer.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
