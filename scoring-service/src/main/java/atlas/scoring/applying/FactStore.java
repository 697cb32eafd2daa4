package atlas.scoring.applying;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;

import atlas.events.CountyRegistered;
import atlas.events.Event;
import atlas.events.EventJson;
import atlas.events.LawChanged;
import atlas.events.PolicyChanged;
import atlas.events.RecordedLaw;
import atlas.events.RecordedPolicy;
import atlas.scoring.nation.County;

/** The durable copy of what memory holds. Its methods run in the transaction of the caller. */
@ApplicationScoped
class FactStore {

    private static final String ADD_COUNTY = """
            INSERT INTO registered_county AS known (body, fips, recorded_at) VALUES (?::jsonb, ?, ?)
            ON CONFLICT (fips) DO UPDATE SET body = excluded.body, recorded_at = excluded.recorded_at, applied = DEFAULT
            WHERE known.recorded_at < excluded.recorded_at""";
    // one statement for all: files of records bring very many
    private static final String ADD_POLICIES = """
            INSERT INTO policy_version (body, id, version, county, state, recorded_at)
            SELECT p.body::jsonb, p.id, p.version, p.county, p.state, p.recorded_at
            FROM unnest(?::text[], ?::uuid[], ?::int[], ?::text[], ?::text[], ?::timestamptz[])
                WITH ORDINALITY AS p (body, id, version, county, state, recorded_at, number)
            ORDER BY p.number
            ON CONFLICT DO NOTHING RETURNING id, version""";
    private static final String ADD_LAW = """
            INSERT INTO law_version (body, id, version, state, recorded_at) VALUES (?::jsonb, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING""";
    private static final String READ = """
            SELECT 1 AS kind, applied, body FROM registered_county WHERE applied > ?
            UNION ALL SELECT 2, applied, body FROM law_version WHERE applied > ?
            UNION ALL SELECT 3, applied, body FROM policy_version WHERE applied > ?
            ORDER BY kind, applied""";
    private static final List<Class<? extends Record>> KINDS = List.of(CountyRegistered.class, RecordedLaw.class,
            RecordedPolicy.class);

    private final DataSource database;

    FactStore(DataSource database) {
        this.database = database;
    }

    /** Adds what events brought, and tells which of them brought something new. */
    Set<Event> add(List<Event> events) {
        Set<Event> fresh = Collections.newSetFromMap(new IdentityHashMap<>());
        try (Connection connection = database.getConnection()) {
            fresh.addAll(add(connection, ADD_COUNTY, events, CountyRegistered.class, FactStore::bindCounty));
            fresh.addAll(add(connection, ADD_LAW, events, LawChanged.class, FactStore::bindLaw));
            fresh.addAll(addPolicies(connection, events));
        } catch (SQLException e) {
            throw new DatabaseFailure("what the events brought cannot be stored", e);
        }
        return fresh;
    }

    private static <T extends Record> List<Event> add(Connection connection, String insert, List<Event> events, Class<T> kind,
            Binding<T> binding) throws SQLException {
        List<Event> ofKind = events.stream().filter(event -> kind.isInstance(event.data())).toList();
        if (ofKind.isEmpty()) {
            return ofKind;
        }
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (Event event : ofKind) {
                binding.bind(statement, kind.cast(event.data()));
                statement.addBatch();
            }
            int[] inserted = statement.executeBatch();
            return IntStream.range(0, inserted.length).filter(i -> inserted[i] > 0).mapToObj(ofKind::get)
                    .toList();
        }
    }

    private static void bindCounty(PreparedStatement row, CountyRegistered county) throws SQLException {
        row.setString(1, json(County.withoutShape(county)));
        row.setString(2, county.fips());
        row.setTimestamp(3, Timestamp.from(county.recordedAt()));
    }

    private static void bindLaw(PreparedStatement row, LawChanged change) throws SQLException {
        RecordedLaw law = change.after();
        row.setString(1, json(law));
        row.setObject(2, law.id());
        row.setInt(3, law.version());
        row.setString(4, law.state());
        row.setTimestamp(5, Timestamp.from(law.recordedAt()));
    }

    private static List<Event> addPolicies(Connection connection, List<Event> events) throws SQLException {
        Map<Version, Event> first = new LinkedHashMap<>();
        events.stream().filter(event -> event.data() instanceof PolicyChanged)
                .forEach(event -> first.putIfAbsent(Version.of(policy(event)), event));
        if (first.isEmpty()) {
            return List.of();
        }
        try (PreparedStatement insert = connection.prepareStatement(ADD_POLICIES)) {
            List<RecordedPolicy> policies = first.values().stream().map(FactStore::policy).toList();
            bind(insert, 1, "text", policies, FactStore::json);
            bind(insert, 2, "uuid", policies, RecordedPolicy::id);
            bind(insert, 3, "int4", policies, RecordedPolicy::version);
            bind(insert, 4, "text", policies, RecordedPolicy::county);
            bind(insert, 5, "text", policies, RecordedPolicy::state);
            bind(insert, 6, "timestamptz", policies, RecordedPolicy::recordedAt);
            List<Event> added = new ArrayList<>();
            try (ResultSet row = insert.executeQuery()) {
                while (row.next()) {
                    added.add(first.get(new Version(row.getObject(1, UUID.class), row.getInt(2))));
                }
            }
            return added;
        }
    }

    private static void bind(PreparedStatement insert, int index, String type, List<RecordedPolicy> policies,
            Function<RecordedPolicy, Object> column) throws SQLException {
        insert.setArray(index, insert.getConnection().createArrayOf(type, policies.stream().map(column).toArray()));
    }

    private static RecordedPolicy policy(Event event) {
        return ((PolicyChanged) event.data()).after();
    }

    /**
     * Reads what was stored behind a number: counties first, then laws, then policies.
     *
     * @return the last number there is
     */
    long readBehind(long number, Consumer<Record> reader) {
        try (Connection connection = database.getConnection(); PreparedStatement query = connection.prepareStatement(READ)) {
            query.setFetchSize(1_000);
            for (int i = 1; i <= KINDS.size(); i++) {
                query.setLong(i, number);
            }
            long last = number;
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    reader.accept(EventJson.mapper().readValue(rows.getString("body"), KINDS.get(rows.getInt("kind") - 1)));
                    last = Math.max(last, rows.getLong("applied"));
                }
            }
            return last;
        } catch (SQLException e) {
            throw new DatabaseFailure("what is stored cannot be read", e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored fact cannot be read", e);
        }
    }

    private static String json(Record fact) {
        try {
            return EventJson.mapper().writeValueAsString(fact);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a fact that was read cannot be written", e);
        }
    }

    private record Version(UUID id, int version) {

        static Version of(RecordedPolicy policy) {
            return new Version(policy.id(), policy.version());
        }
    }

    private interface Binding<T> {

        void bind(PreparedStatement row, T fact) throws SQLException;
    }
}
