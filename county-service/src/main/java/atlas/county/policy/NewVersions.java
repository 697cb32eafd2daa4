package atlas.county.policy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import atlas.events.RecordedPolicy;
import atlas.service.write.RowStream;

/** Adds many versions at once, beside the session that knows those which they supersede. */
@ApplicationScoped
class NewVersions {

    private static final String TARGET = """
            policy_version (id, version, county, state, scope, agency, factor, topic, stance, strength, exceptions, instrument,
                title, summary, effective_from, effective_from_precision, effective_to, effective_to_precision, sources,
                recorded_at, recorded_by, reason, withdrawn, approved_by, owner)""";

    /** As Hibernate writes them, dates as numbers: what single writes store and what is stored here look the same. */
    private static final ObjectMapper SOURCES = JsonMapper.builder().findAndAddModules().build();

    private final DataSource database;

    NewVersions(DataSource database) {
        this.database = database;
    }

    /** Adds current versions of an owner; what they supersede has ended already. */
    @Transactional(Transactional.TxType.MANDATORY)
    void add(List<RecordedPolicy> versions, String owner) {
        try (Connection connection = database.getConnection()) {
            RowStream.copy(connection, TARGET, versions.stream().map(version -> row(version, owner)).toList());
        } catch (SQLException e) {
            throw new IllegalStateException("the versions cannot be recorded", e);
        }
    }

    private static Object[] row(RecordedPolicy said, String owner) {
        return new Object[] { said.id(), said.version(), said.county(), said.state(), said.scope(), said.agency(),
                said.factor(),
                said.topic(), said.stance(), said.strength(), said.exceptions(), said.instrument(), said.title(),
                said.summary(),
                said.effectiveFrom(), said.effectiveFromPrecision(), said.effectiveTo(), said.effectiveToPrecision(),
                sources(said), said.recordedAt(), said.recordedBy(), said.reason(), said.withdrawn(), said.approvedBy(),
                owner };
    }

    private static String sources(RecordedPolicy said) {
        try {
            return SOURCES.writeValueAsString(said.sources());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("sources that were read are JSON", e);
        }
    }
}
