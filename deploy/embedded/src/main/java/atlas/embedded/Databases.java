package atlas.embedded;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.regex.Pattern;

import org.postgresql.ds.PGSimpleDataSource;

/**
 * The databases of one PostgreSQL server, ours or somebody's.
 *
 * @param maintenance the database to connect to for making others
 */
public record Databases(PostgresAddress address, String maintenance, String user, String password) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final String DUPLICATE_DATABASE = "42P04";
    private static final String UNIQUE_VIOLATION = "23505";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Makes an empty database of the connecting user's, unless it is there already; that needs no other permission then. */
    public void createIfMissing(String name) {
        if (!new Databases(address, name, user, password).answer()) {
            createIfMissing(name, user);
        }
    }

    void createIfMissing(String name, String owner) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a database name: " + name);
        }
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                statement.execute("CREATE DATABASE " + name + " OWNER " + statement.enquoteIdentifier(owner, true));
            }
        } catch (SQLException e) {
            if (!DUPLICATE_DATABASE.equals(e.getSQLState()) && !UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw new ServerFailedException("cannot use the database " + name + ": " + e.getMessage(), e);
            }
        }
    }

    void createRoleIfMissing(String role, String rolePassword) throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
                statement.execute("CREATE ROLE " + statement.enquoteIdentifier(role, true) + " LOGIN PASSWORD "
                        + statement.enquoteLiteral(rolePassword));
            }
        }
    }

    boolean answer() {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** The same server, another database. */
    public Databases on(String database) {
        return new Databases(address, database, user, password);
    }

    Connection connect() throws SQLException {
        return connect(PATIENCE);
    }

    /** A connection that waits so long for an answer. */
    public Connection connect(Duration answer) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(address.jdbcUrl(maintenance));
        source.setUser(user);
        source.setPassword(password);
        source.setConnectTimeout((int) PATIENCE.toSeconds());
        source.setSocketTimeout((int) answer.toSeconds());
        return source.getConnection();
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }
}
