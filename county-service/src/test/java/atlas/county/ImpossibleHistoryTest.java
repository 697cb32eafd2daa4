package atlas.county;

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

import io.quarkus.test.junit.QuarkusTest;

/** What no code of ours could bring about by mistake: the database itself refuses it. */
@QuarkusTest
@CountyServers
class ImpossibleHistoryTest {

    private static final String INSERT = """
            INSERT INTO policy_version (id, version, county, state, scope, agency, factor, topic, stance, strength, exceptions, instrument,
                title, effective_from, effective_from_precision, effective_to, effective_to_precision, sources, recorded_at, recorded_by,
                superseded_at, reason, withdrawn)
            VALUES ('%s', 1, '24031', 'MD', 'COUNTY', NULL, 'NO_287G', NULL, 'PROTECTIVE', NULL, NULL, 'OTHER',
                'T', '2019-01-01', 'DAY', '2020-01-01', 'DAY', '[{"title":"S"}]', '2026-01-01', 'Someone', NULL, NULL, false)""";

    @Inject
    Tables tables;

    private String id;

    @BeforeEach
    void insertOne() throws SQLException {
        id = UUID.randomUUID().toString();
        tables.execute(first());
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "'2020-01-01', 'DAY', '[ | '2019-01-01', 'DAY', '[ | ends before it begins",
            "NULL, 'NO_287G', NULL | NULL, 'NO_287G', 'PROBATION' | factor and topic",
            "NULL, 'NO_287G', NULL | NULL, NULL, NULL | neither factor nor topic",
            "'COUNTY', NULL | 'CITY', NULL | a city without its name",
            "'24031', 'MD' | NULL, 'MD' | a county policy without a county",
            "'24031', 'MD' | '24031', 'VA' | a county of another state",
            "'24031', 'MD' | '24999', 'MD' | a county that does not exist",
            "'PROTECTIVE', NULL | 'ENTANGLED', 'FULL' | the strength of no protection",
            "'PROTECTIVE', NULL, NULL | 'PROTECTIVE', 'FULL', 'but' | exceptions of a full protection",
            "[{\"title\":\"S\"}] | [] | no source",
            "'2019-01-01', 'DAY' | NULL, 'DAY' | the precision of an open date",
            "NULL, NULL, false | NULL, NULL, true | withdrawn from the start",
            "NULL, NULL, false | NULL, 'why', false | a reason for a first version",
            "NULL, NULL, false | '2025-01-01', NULL, false | superseded before it was recorded" })
    void isRefused(String find, String replace, String what) {
        String changed = INSERT.formatted(UUID.randomUUID()).replace(find, replace);
        assertTrue(!changed.equals(INSERT.formatted(id)) && changed.contains(replace), "the case changes the row");

        assertRefused(changed);
    }

    @Test
    void refusesASecondVersionAtTheSameTime() {
        assertRefused(second("2026-02-01"));
    }

    @Test
    void refusesAGapBetweenVersions() throws SQLException {
        assertRefused(end("2026-02-01") + second("2026-02-02"));
        assertRefused(end("2026-02-01") + second("2026-02-01").replace("', 2,", "', 3,"));
        assertRefused(end("2026-02-01"));
        assertRefused(end("2026-02-01") + second("2026-02-01").replace("'24031'", "'24033'"));

        tables.execute(end("2026-02-01") + second("2026-02-01"));
        assertEquals(2, tables.count("policy_version WHERE id = '" + id + "'"));
    }

    @Test
    void refusesAVersionAfterAWithdrawal() throws SQLException {
        tables.execute(end("2026-02-01") + second("2026-02-01").replace("'why', false", "'why', true"));

        assertRefused("UPDATE policy_version SET superseded_at = '2026-03-01' WHERE id = '" + id + "' AND version = 2;"
                + second("2026-03-01").replace("', 2,", "', 3,"));
    }

    @Test
    void refusesToRewriteOrDelete() throws SQLException {
        assertRefused("UPDATE policy_version SET title = 'Other' WHERE id = '" + id + "'");
        assertRefused("DELETE FROM policy_version WHERE id = '" + id + "'");
        assertRefused("TRUNCATE policy_version");
        tables.execute(end("2026-02-01") + second("2026-02-01"));
        assertRefused(end("2026-03-01"));
        assertRefused("UPDATE policy_version SET superseded_at = NULL WHERE id = '" + id + "'");
        assertRefused("DELETE FROM audit");
    }

    private void assertRefused(String sql) {
        SQLException refusal = assertThrows(SQLException.class, () -> tables.execute(sql));
        assertEquals("23", refusal.getSQLState().substring(0, 2), refusal.getMessage());
    }

    private String end(String at) {
        return "UPDATE policy_version SET superseded_at = '" + at + "' WHERE id = '" + id + "' AND version = 1;";
    }

    private String first() {
        return INSERT.formatted(id);
    }

    private String second(String recordedAt) {
        return first().replace("', 1,", "', 2,").replace("'2026-01-01', 'Someone', NULL, NULL, false",
                "'" + recordedAt + "', 'Someone', NULL, 'why', false");
    }
}
