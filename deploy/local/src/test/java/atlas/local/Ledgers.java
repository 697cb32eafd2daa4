package atlas.local;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import atlas.embedded.PostgresAddress;

/** What the services have in their databases, looked at past them. */
final class Ledgers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PostgresAddress server;
    private final String password;

    Ledgers(RunningSuite suite) throws IOException {
        server = new PostgresAddress("127.0.0.1:" + suite.port("postgres"), "");
        password = Files.readString(suite.data().resolve("postgres/password")).strip();
    }

    /**
     * What of an event is compared, as it left its service: of a long run there are too many to keep them whole.
     *
     * @param subject the record or law that it tells of, if it does
     * @param number the version of it
     */
    record Sent(String id, String key, String subject, int number) {

        static Sent of(ResultSet row) throws SQLException, IOException {
            JsonNode after = JSON.readTree(row.getBytes(3)).at("/data/after");
            return new Sent(row.getString(1), row.getString(2), after.path("id").asText(), after.path("version").asInt());
        }

        String version() {
            return subject + " v" + number;
        }
    }

    /** The events of a topic in the order of their commits, published or not. */
    List<Sent> sent(Service service, String topic) throws SQLException, IOException {
        List<Sent> sent = new ArrayList<>();
        try (Connection connection = connect(service);
                PreparedStatement query = connection
                        .prepareStatement("SELECT event_id, key, payload FROM outbox WHERE topic = ? ORDER BY id")) {
            query.setString(1, topic);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    sent.add(Sent.of(rows));
                }
            }
        }
        return sent;
    }

    /** Events that are not known to be on Kafka. */
    int waiting(Service service) throws SQLException {
        return Integer.parseInt(texts(service, "SELECT count(*) FROM outbox WHERE published_at IS NULL").get(0));
    }

    /** Versions in a table of id and version, sorted. */
    List<String> versions(Service service, String table, String id) throws SQLException {
        return texts(service, "SELECT " + id + " || ' v' || version FROM " + table).stream().sorted().toList();
    }

    /** Ends the connections that hold the lead of a task. */
    int endLead(Service service, String task) throws SQLException {
        return texts(service, """
                SELECT pg_terminate_backend(a.pid)::text FROM pg_stat_activity a JOIN pg_locks l ON l.pid = a.pid
                WHERE l.locktype = 'advisory' AND l.granted AND a.datname = current_database() AND a.application_name = '%s'"""
                .formatted(task)).size();
    }

    private List<String> texts(Service service, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = connect(service);
                PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private Connection connect(Service service) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(service.database()), "atlas", password);
    }
}
