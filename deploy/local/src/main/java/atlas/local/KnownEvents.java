package atlas.local;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

import atlas.embedded.Databases;

/**
 * Every event, out of the databases: changes as the gateway's feed has them, byte for byte as they were on the topics, and the
 * counties
 * from the registry.
 */
final class KnownEvents {

    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final int ROWS_AT_ONCE = 500;

    /** An event that the feed and the one that is being made beside it both have is taken once, in the place that is shown. */
    private static final String CHANGES = """
            SELECT type, coalesce(county, state), body
            FROM (SELECT type, county, state, body, sequence, row_number() OVER (PARTITION BY event_id ORDER BY sequence) AS n
                  FROM feed_event) AS numbered
            WHERE n = 1 ORDER BY sequence""";
    private static final Map<String, String> TOPICS = Map.of("atlas.county-policy.changed", "county-policy-changes",
            "atlas.state-law.changed", "state-law-changes", "atlas.score.changed", "score-changes",
            "atlas.county.registered", "counties");

    /** The id is made of the code, so that it is the same however often this is asked. */
    private static final String COUNTIES = """
            SELECT 'atlas.county.registered', fips, json_build_object(
                'specversion', '1.0', 'source', '/county-service', 'type', 'atlas.county.registered', 'subject', fips,
                'id', overlay(overlay(md5('atlas.county.registered ' || fips) PLACING '3' FROM 13) PLACING '8' FROM 17)::uuid,
                'time', at, 'datacontenttype', 'application/json', 'dataschema', 'urn:sanctuary-atlas:schema:county.registered:1',
                'data', json_build_object('fips', fips, 'name', name, 'shortName', short_name, 'state', state,
                    'stateName', state_name, 'latitude', latitude::float8, 'longitude', longitude::float8, 'hasJail', has_jail,
                    'aliases', aliases, 'geometry', geometry, 'recordedAt', at))::text
            FROM (SELECT c.*, s.name AS state_name,
                      to_char(c.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at,
                      (SELECT coalesce(json_agg(json_build_object('code', a.code, 'kind', a.kind, 'effective', a.effective,
                           'note', a.note) ORDER BY a.code), '[]') FROM county_alias a WHERE a.fips = c.fips) AS aliases
                  FROM county c JOIN state s ON s.code = c.state) AS registered
            ORDER BY fips""";

    private final Databases databases;

    KnownEvents(Databases databases) {
        this.databases = databases;
    }

    /** Takes events one after the other. */
    interface Sink {

        void take(String topic, String key, byte[] event);
    }

    long counties(Sink sink) throws SQLException {
        return read(Service.COUNTY, COUNTIES, sink);
    }

    /** In the order of the feed, which for each key is that of the topic. */
    long changes(Sink sink) throws SQLException {
        return read(Service.GATEWAY, CHANGES, sink);
    }

    private long read(Service owner, String query, Sink sink) throws SQLException {
        try (Connection connection = databases.on(owner.database()).connect(PATIENCE)) {
            connection.setAutoCommit(false); // or the driver takes all of it into memory
            try (PreparedStatement statement = connection.prepareStatement(query)) {
                statement.setFetchSize(ROWS_AT_ONCE);
                long count = 0;
                try (ResultSet rows = statement.executeQuery()) {
                    for (; rows.next(); count++) {
                        sink.take(TOPICS.get(rows.getString(1)), rows.getString(2),
                                rows.getString(3).getBytes(StandardCharsets.UTF_8));
                    }
                }
                return count;
            }
        }
    }
}
