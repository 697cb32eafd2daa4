package atlas.county.registry;

import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.JsonNode;

import atlas.county.registry.RegistryFiles.AliasRow;
import atlas.county.registry.RegistryFiles.CountyRow;
import atlas.county.registry.RegistryFiles.StateRow;
import atlas.events.CountyRegistered;
import atlas.events.CountyRegistered.Alias;
import atlas.events.Event;
import atlas.events.outbox.Outbox;
import atlas.service.time.Today;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;

/**
 * Fills an empty registry on the first start, and announces every county, in one transaction. Of several replicas one does it.
 */
@ApplicationScoped
class RegistryLoader {

    private static final Logger LOG = Logger.getLogger(RegistryLoader.class);
    private static final URI SOURCE = URI.create("/county-service");
    private static final long LOCK = 0x5265676973747279L;

    private final DataSource database;
    private final RegistryFiles files;
    private final Outbox outbox;
    private final Today today;

    RegistryLoader(DataSource database, RegistryFiles files, Outbox outbox, Today today) {
        this.database = database;
        this.files = files;
        this.outbox = outbox;
        this.today = today;
    }

    void load(@Observes @Priority(10) StartupEvent event) {
        QuarkusTransaction.requiringNew().run(() -> {
            try (Connection connection = database.getConnection()) {
                lock(connection);
                if (isEmpty(connection)) {
                    fill(connection);
                }
            } catch (SQLException e) {
                throw new IllegalStateException("the registry cannot be filled", e);
            }
        });
    }

    private void fill(Connection connection) throws SQLException {
        Instant now = today.now();
        List<CountyRow> counties = files.counties();
        Map<String, JsonNode> shapes = files.shapes();
        List<AliasRow> aliases = files.aliases();
        insertStates(connection);
        insertCounties(connection, counties, shapes, now);
        insertAliases(connection, aliases);
        announce(counties, shapes, aliases, now);
        LOG.infof("registered %d counties", counties.size());
    }

    private void insertStates(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO state (code, fips, name) VALUES (?, ?, ?)")) {
            for (StateRow state : files.states()) {
                insert.setString(1, state.code());
                insert.setString(2, state.fips());
                insert.setString(3, state.name());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void insertCounties(Connection connection, List<CountyRow> counties, Map<String, JsonNode> shapes,
            Instant now)
            throws SQLException {
        String sql = "INSERT INTO county (fips, state, name, short_name, latitude, longitude, geometry, recorded_at)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (CountyRow county : counties) {
                insert.setString(1, county.fips());
                insert.setString(2, county.state());
                insert.setString(3, county.name());
                insert.setString(4, county.short_name());
                insert.setDouble(5, county.latitude());
                insert.setDouble(6, county.longitude());
                insert.setString(7, shapes.get(county.fips()).toString());
                insert.setTimestamp(8, Timestamp.from(now));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void insertAliases(Connection connection, List<AliasRow> aliases) throws SQLException {
        String sql = "INSERT INTO county_alias (code, fips, kind, effective, note) VALUES (?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (AliasRow alias : aliases) {
                insert.setString(1, alias.code());
                insert.setString(2, alias.resolves_to());
                insert.setString(3, alias.kind());
                insert.setObject(4, LocalDate.parse(alias.effective()));
                insert.setString(5, alias.note());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void announce(List<CountyRow> counties, Map<String, JsonNode> shapes, List<AliasRow> aliases, Instant now) {
        Map<String, String> stateNames = new HashMap<>();
        files.states().forEach(state -> stateNames.put(state.code(), state.name()));
        Map<String, List<Alias>> byCounty = new HashMap<>();
        aliases.forEach(row -> byCounty.computeIfAbsent(row.resolves_to(), fips -> new ArrayList<>())
                .add(new Alias(row.code(), Alias.Kind.valueOf(row.kind()), LocalDate.parse(row.effective()), row.note())));
        outbox.append(counties.stream().map(county -> new Outbox.Keyed(county.fips(), Event.of(SOURCE, county.fips(), now,
                new CountyRegistered(county.fips(), county.name(), county.short_name(), county.state(),
                        stateNames.get(county.state()),
                        county.latitude(), county.longitude(), null, byCounty.getOrDefault(county.fips(), List.of()),
                        shapes.get(county.fips()), now))))
                .toList());
    }

    private static void lock(Connection connection) throws SQLException {
        try (Statement lock = connection.createStatement()) {
            lock.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
        }
    }

    private static boolean isEmpty(Connection connection) throws SQLException {
        try (Statement query = connection.createStatement(); ResultSet any = query.executeQuery("SELECT FROM county LIMIT 1")) {
            return !any.next();
        }
    }
}
