package atlas.embedded;

/**
 * Where a PostgreSQL server is reached.
 *
 * @param authority host and port, as in a URL
 * @param parameters what follows the question mark of a JDBC URL, or an empty string
 */
public record PostgresAddress(String authority, String parameters) {

    static PostgresAddress local(int port) {
        return new PostgresAddress("127.0.0.1:" + port, "");
    }

    /** The JDBC URL of a database there. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + authority + "/" + database + (parameters.isEmpty() ? "" : "?" + parameters);
    }
}
