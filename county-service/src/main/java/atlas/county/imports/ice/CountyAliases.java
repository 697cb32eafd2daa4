package atlas.county.imports.ice;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import atlas.county.registry.CountyDirectory;
import atlas.service.problem.ProblemException;
import atlas.service.time.Today;

/** What reviewers have assigned, for every list from then on. */
@ApplicationScoped
@Transactional
class CountyAliases {

    private static final String ALL = """
            SELECT state, name, shown, fips, assigned_by, assigned_at FROM import_county_alias ORDER BY state, name""";
    private static final String ASSIGN = """
            INSERT INTO import_county_alias (state, name, shown, fips, assigned_by, assigned_at) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (state, name) DO UPDATE SET shown = EXCLUDED.shown, fips = EXCLUDED.fips,
                assigned_by = EXCLUDED.assigned_by, assigned_at = EXCLUDED.assigned_at""";
    private static final String FORGET = "DELETE FROM import_county_alias WHERE state = ? AND name = ?";

    private final DataSource database;
    private final CountyDirectory counties;
    private final Today today;

    CountyAliases(DataSource database, CountyDirectory counties, Today today) {
        this.database = database;
        this.counties = counties;
        this.today = today;
    }

    List<CountyAlias> all() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(ALL);
                ResultSet row = query.executeQuery()) {
            List<CountyAlias> aliases = new ArrayList<>();
            while (row.next()) {
                aliases.add(new CountyAlias(row.getString(1), row.getString(3), row.getString(4), row.getString(5),
                        row.getTimestamp(6).toInstant()));
            }
            return aliases;
        } catch (SQLException e) {
            throw new IllegalStateException("the aliases cannot be read", e);
        }
    }

    /** FIPS codes by state and plain name, as "NC/frankin county". */
    Map<String, String> assigned() {
        Map<String, String> assigned = new HashMap<>();
        all().forEach(alias -> assigned.put(alias.state() + "/" + Words.plain(alias.name()), alias.fips()));
        return assigned;
    }

    CountyAlias assign(AssignCounty assignment, String by) {
        var county = counties.get(assignment.fips());
        if (!county.state().equals(assignment.state().value())) {
            throw ProblemException.invalid("fips",
                    "must be a county of " + assignment.state().value() + ": " + county.fips() + " is "
                            + county.name() + ", " + county.state());
        }
        CountyAlias alias = new CountyAlias(county.state(), assignment.name().strip(), county.fips(), by, today.now());
        try (Connection connection = database.getConnection(); PreparedStatement insert = connection.prepareStatement(ASSIGN)) {
            insert.setString(1, alias.state());
            insert.setString(2, Words.plain(alias.name()));
            insert.setString(3, alias.name());
            insert.setString(4, alias.fips());
            insert.setString(5, by);
            insert.setTimestamp(6, Timestamp.from(alias.assignedAt()));
            insert.executeUpdate();
            return alias;
        } catch (SQLException e) {
            throw new IllegalStateException("the alias cannot be kept", e);
        }
    }

    void forget(String state, String name) {
        try (Connection connection = database.getConnection(); PreparedStatement delete = connection.prepareStatement(FORGET)) {
            delete.setString(1, state);
            delete.setString(2, Words.plain(name));
            if (delete.executeUpdate() == 0) {
                throw ProblemException.notFound("No county is assigned to " + name + " in " + state + ".");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the alias cannot be forgotten", e);
        }
    }
}
