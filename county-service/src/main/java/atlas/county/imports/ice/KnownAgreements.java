package atlas.county.imports.ice;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import atlas.county.policy.Place;

/** What an owner's earlier lists have left on record, by the keys of their rows. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class KnownAgreements {

    private static final String ALL = """
            SELECT x.external_id, v.id, v.county, v.state, v.agency, v.effective_from, v.effective_to, v.sources -> 0 ->> 'url'
            FROM known_key x JOIN policy_version v ON v.id = x.record AND v.superseded_at IS NULL AND NOT v.withdrawn
            WHERE x.owner = ? AND starts_with(x.external_id, ?) ORDER BY x.external_id""";
    private static final String LAST_LIST = """
            SELECT max(listed_on) FROM import
            WHERE owner = ? AND format = 'XLSX' AND status = 'COMPLETED' AND NOT dry_run""";
    private static final String RENAME = """
            UPDATE external_id SET external_id = ? WHERE owner = ? AND external_id = ?""";
    private static final String FORGET = "DELETE FROM external_id WHERE owner = ? AND external_id = ?";

    private final DataSource database;

    KnownAgreements(DataSource database) {
        this.database = database;
    }

    Map<String, Known> of(String owner) {
        try (Connection connection = database.getConnection(); PreparedStatement query = connection.prepareStatement(ALL)) {
            query.setString(1, owner);
            query.setString(2, ListedAgency.KEYS);
            Map<String, Known> known = new LinkedHashMap<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    known.put(row.getString(1),
                            new Known(row.getString(1), row.getObject(2, UUID.class),
                                    new Place(row.getString(3), row.getString(4)), row.getString(5),
                                    row.getObject(6, LocalDate.class), row.getObject(7, LocalDate.class), row.getString(8)));
                }
            }
            return known;
        } catch (SQLException e) {
            throw new IllegalStateException("the agreements on record cannot be read", e);
        }
    }

    /** The date of the last list that was taken; null before the first. */
    LocalDate lastList(String owner) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(LAST_LIST)) {
            query.setString(1, owner);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getObject(1, LocalDate.class);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the last list cannot be found", e);
        }
    }

    /** The agreement goes by another key from now on. */
    void rename(String owner, String from, String to) {
        update(FORGET, owner, to); // it may stand for what was withdrawn, or is not approved
        update(RENAME, to, owner, from);
    }

    /** The next row with the key is another agreement. */
    void forget(String owner, String key) {
        update(FORGET, owner, key);
    }

    private void update(String sql, String... values) {
        try (Connection connection = database.getConnection(); PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setString(i + 1, values[i]);
            }
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the key of an agreement cannot be changed", e);
        }
    }

    /** An agreement on record; without an end it is in force. */
    record Known(String key, UUID record, Place place, String agency, LocalDate from, LocalDate to, String link) {

        boolean isActive() {
            return to == null;
        }

        /** State, scope and model, as {@link ListedAgency#group}. */
        String group() {
            String rest = key.substring(ListedAgency.KEYS.length());
            return rest.substring(0, rest.lastIndexOf('/'));
        }
    }
}
