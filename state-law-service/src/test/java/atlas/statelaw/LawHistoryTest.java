package atlas.statelaw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

/** The database itself refuses a history that cannot be, whoever writes it. */
@QuarkusTest
@LawServers
class LawHistoryTest {

    private static final String MAY = "2019-05-01";
    private static final String JUNE = "2019-06-01";
    private static final String JULY = "2019-07-01";

    @Inject
    Tables tables;

    private String id;

    @BeforeEach
    void takeANewId() {
        id = UUID.randomUUID().toString();
    }

    @Test
    void keepsAHistoryWithoutAGap() throws SQLException {
        tables.execute(version(1, MAY, JUNE), version(2, JUNE, JULY), version(3, JULY, null));

        assertEquals("3", versions());
    }

    @Test
    void refusesTwoVersionsAtOneTime() throws SQLException {
        assertRefused("one_version_at_any_time", version(1, MAY, null), version(2, JUNE, null));
        assertRefused("one_version_at_any_time", version(1, MAY, JULY), version(2, JUNE, null));
    }

    @Test
    void refusesAGap() throws SQLException {
        assertRefused("a version ends when the next begins", version(1, MAY, JUNE), version(2, JULY, null));
        assertRefused("a version ends when the next begins", version(1, MAY, JUNE));
        assertRefused("law_version_version_check", version(0, MAY, null));
        assertRefused("law_version_id_follows_fkey", version(1, MAY, JUNE), version(3, JUNE, null));
    }

    @Test
    void refusesAnEndThatNoVersionFollows() throws SQLException {
        tables.execute(version(1, MAY, null));

        assertRefused("a version ends when the next begins",
                "UPDATE law_version SET superseded_at = '" + JUNE + "' WHERE id = '" + id + "'");
    }

    @Test
    void endsAVersionWhenTheNextBegins() throws SQLException {
        tables.execute(version(1, MAY, JUNE), version(2, JUNE, null));

        tables.execute("UPDATE law_version SET superseded_at = '" + JULY + "' WHERE id = '" + id + "' AND version = 2",
                version(3, JULY, null));

        assertEquals("3", versions());
    }

    @Test
    void refusesAnotherStateAndWhatFollowsAWithdrawal() throws SQLException {
        assertRefused("a version stays in its place", version(1, MAY, JUNE),
                version(2, JUNE, null).replace("'ND'", "'SD'"));
        assertRefused("no version follows a withdrawal", version(1, MAY, JUNE), version(2, JUNE, JULY).replace("false", "true"),
                version(3, JULY, null));
    }

    @ParameterizedTest
    @ValueSource(strings = { "UPDATE law_version SET title = 'Another' WHERE id = ",
            "UPDATE law_version SET effects = '[{}]' WHERE id = ",
            "UPDATE law_version SET superseded_at = null WHERE id = ",
            "UPDATE law_version SET superseded_at = '2030-01-01' WHERE id = ",
            "DELETE FROM law_version WHERE id = ", "TRUNCATE law_version -- " })
    void refusesToRewriteAVersion(String rewrite) throws SQLException {
        tables.execute(version(1, MAY, JUNE), version(2, JUNE, null));

        assertThrowsSaying("a version is never rewritten", rewrite + "'" + id + "' AND version = 1");
        assertEquals("2", versions());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "in_effect_for_at_least_a_day | '2018-01-01', 'DAY', null, null | '2018-01-01', 'DAY', '2018-01-01', 'DAY'",
            "precision_of_a_date | '2018-01-01', 'DAY', null, null | '2018-01-01', null, null, null",
            "effects_bind_someone | '[\"COUNTIES\"]', '[{\"factor\": \"NO_287G\"}]' | '[]', '[{\"factor\": \"NO_287G\"}]'",
            "corrections_have_a_reason | null, false | 'no correction', false",
            "nothing_begins_withdrawn | null, false | null, true",
            "said_for_some_time | '2019-05-01', null | '2019-05-01', '2019-05-01'",
            "law_version_state_fkey | 'ND' | 'ZZ'",
            "law_version_sources_check | '[{\"title\": \"Source\"}]' | '[]'",
            "law_version_sources_check | '[{\"title\": \"Source\"}]' | '{}'",
            "law_version_binds_check | '[\"COUNTIES\"]' | '\"COUNTIES\"'",
            "law_version_effects_check | '[{\"factor\": \"NO_287G\"}]' | '{}'",
            "law_version_court_history_check | '[{\"date\": \"2018-05-01\", \"status\": \"IN_FORCE\"}]' | 'null'",
            "law_version_topics_check | '[\"PROBATION\"]' | '1'" })
    void refusesAVersionThatCannotBe(String constraint, String find, String replace) throws SQLException {
        String sound = version(1, MAY, null);
        String broken = sound.replace(find, replace);

        assertTrue(!broken.equals(sound), "the case changes nothing");
        assertRefused(constraint, broken);
    }

    private void assertRefused(String saying, String... statements) throws SQLException {
        String before = versions();
        assertThrowsSaying(saying, statements);
        assertEquals(before, versions());
    }

    private void assertThrowsSaying(String saying, String... statements) {
        SQLException refusal = assertThrows(SQLException.class, () -> tables.execute(statements));
        assertTrue(refusal.getMessage().contains(saying), refusal.getMessage());
        assertTrue(refusal.getSQLState().startsWith("23"), refusal.getSQLState());
    }

    private String versions() throws SQLException {
        return tables.text("SELECT count(*) FROM law_version WHERE id = ?::uuid", id);
    }

    private String version(int version, String from, String until) {
        return """
                INSERT INTO law_version (id, version, state, title, instrument, direction, binds, effects, court_history, topics, sources,
                    effective_from, effective_from_precision, effective_to, effective_to_precision, recorded_by, recorded_at, superseded_at,
                    reason, withdrawn)
                VALUES ('%s', %d, 'ND', 'A title', 'STATUTE', 'SANCTUARY', '["COUNTIES"]', '[{"factor": "NO_287G"}]', '[{"date": "2018-05-01", "status": "IN_FORCE"}]',
                    '["PROBATION"]', '[{"title": "Source"}]', '2018-01-01', 'DAY', null, null, 'Test', '%s', %s, %s, false)"""
                .formatted(id, version, from, until == null ? "null" : "'" + until + "'", version == 1 ? "null" : "'why'");
    }
}
