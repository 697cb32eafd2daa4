package atlas.local;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

import atlas.embedded.Databases;

/** All that a suite knows, as fingerprints: what is owned, what is made of it, and the seals of the audit. */
record DrillState(Map<String, String> parts) {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    /** What runs on while nothing changes. */
    private static final String OF_THE_MOMENT = "outbox";
    private static final String TABLES = "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname";
    private static final String ROWS = "SELECT count(*) || ' rows ' || coalesce(md5(string_agg(row, '' ORDER BY row)), '') FROM (SELECT md5(t::text) AS row FROM %s t) AS rows";
    private static final List<String> FEED = List.of("feed", "events", "keys");
    private static final List<String> SCORES = List.of("scores", "statistics", "counties", "records", "laws");

    DrillState {
        parts = new TreeMap<>(parts);
    }

    /** @param day as of which scores are compared: a midnight may pass meanwhile */
    static DrillState of(DrillSuite suite, String day) throws SQLException, InterruptedException {
        Map<String, String> parts = new TreeMap<>();
        AdminApi api = suite.admin();
        String asOf = day.isEmpty() ? "" : "?as_of=" + day;
        put(parts, "scores", api.get("/v1/admin/fingerprints/scores" + asOf), SCORES);
        put(parts, "feed", api.get("/v1/admin/fingerprints/feed"), FEED);
        JsonNode audit = api.get("/v1/audit/verification");
        for (String chain : List.of("policies", "laws", "partners")) {
            put(parts, "audit " + chain, audit.path(chain), List.of("ok", "rows", "head"));
        }
        for (Service owner : List.of(Service.COUNTY, Service.STATE_LAW)) {
            tables(suite.databases().on(owner.database()), owner.database(), parts);
        }
        return new DrillState(parts);
    }

    private static void put(Map<String, String> parts, String name, JsonNode answer, List<String> fields) {
        fields.forEach(field -> parts.put(name + ": " + field, answer.path(field).asText()));
    }

    private static void tables(Databases database, String name, Map<String, String> parts) throws SQLException {
        try (Connection connection = database.connect(PATIENCE)) {
            List<String> tables = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement(TABLES); ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            tables.remove(OF_THE_MOMENT);
            for (String table : tables) {
                try (PreparedStatement query = connection.prepareStatement(ROWS.formatted(table));
                        ResultSet row = query.executeQuery()) {
                    row.next();
                    parts.put("table " + name + "." + table, row.getString(1));
                }
            }
        }
    }

    boolean auditIsWhole() {
        return parts.entrySet().stream().filter(part -> part.getKey().startsWith("audit") && part.getKey().endsWith("ok"))
                .allMatch(part -> part.getValue().equals("true"));
    }

    /** What differs, in words. */
    List<String> differences(DrillState other) {
        return parts.keySet().stream().filter(part -> !parts.get(part).equals(other.parts.get(part)))
                .map(part -> part + ": " + parts.get(part) + " is now " + other.parts.get(part)).toList();
    }
}
