package atlas.scoring.applying;

import static atlas.scoring.Api.admin;
import static atlas.scoring.Api.awaitThat;
import static atlas.scoring.Api.get;
import static atlas.scoring.Given.law;
import static atlas.scoring.Given.policy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import atlas.scoring.Given;
import atlas.scoring.ScoreLog;
import atlas.scoring.ScoringServers;
import atlas.scoring.TestClock;
import atlas.scoring.Wire;
import atlas.scoring.nation.CurrentNation;
import atlas.scoring.rubric.Rubrics;
import atlas.service.time.Today;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@ScoringServers
class RebuildTest {

    private static final String REBUILDS = "/v1/admin/rebuilds/scores";
    /** As an empty database is, that another service of before does not write to any more. */
    private static final String EMPTY = """
            TRUNCATE policy_version, law_version, registered_county, consumer_position, replay_end;
            UPDATE applier SET term = term + 1, rebuilds = rebuilds + 1, replay = 'UNDECIDED', turned_day = NULL, changed_at = NULL""";
    private static final String KILL_THE_LEADER = """
            SELECT pg_terminate_backend(a.pid) FROM pg_stat_activity a JOIN pg_locks l ON l.pid = a.pid
            WHERE a.application_name = 'scoring-applier' AND l.locktype = 'advisory' AND l.granted""";

    @Inject
    Wire wire;

    @Inject
    ScoreLog scoreChanges;

    @Inject
    Tables tables;

    @Inject
    TestClock clock;

    @Inject
    Today time;

    @Inject
    DataSource database;

    @Inject
    Rubrics rubrics;

    @Inject
    FactStore store;

    @Inject
    Replay replay;

    @BeforeEach
    void counties() throws Exception {
        wire.registerCounties();
    }

    @Test
    void isIdenticalAndTellsNothingAgain() {
        LocalDate soon = time.today().plusDays(2);
        Given record = policy().with("county", "31001").with("state", "NE").from("2018-03-01");
        Given corrected = record.version(2, "2020-02-01T00:00:00Z").to("2018-09-01").with("strength", "PARTIAL");
        wire.policy("ADDED", record);
        wire.policy("ADDED", record);
        wire.policy("CORRECTED", corrected);
        Given late = policy().with("county", "31003").with("state", "NE");
        wire.policy("CORRECTED", late.version(2, "2020-02-01T00:00:00Z").with("stance", "ENTANGLED"));
        wire.policy("ADDED", late);
        Given law = law().with("state", "NE").from(soon.toString()).that("REQUIRES", "PROHIBITS_STATUS_INQUIRY");
        wire.law("ADDED", law);
        awaitThat("/v1/counties/31001?as_of=" + soon, "factors[5].basis", equalTo("STATE_LAW"));
        clock.letPass(Duration.ofDays(3));
        assertEquals("DAY_TURNED",
                scoreChanges.of("31001", law.id(), 1).get(0).at("/data/cause/kind").textValue());
        scoreChanges.settled();
        Map<String, Object> fingerprint = fingerprint();
        long told = scoreChanges.count();
        String changedAt = get("/v1/freshness").extract().path("scores.recordedAt");
        String list = get("/v1/counties?limit=500").extract().asString();

        rebuild();

        assertSameNation(fingerprint);
        assertEquals(list, get("/v1/counties?limit=500").extract().asString());
        assertEquals(changedAt, get("/v1/freshness").extract().path("scores.recordedAt"));
        assertEquals(told, scoreChanges.count());
        assertTellsAnew("20001");
        assertEquals(told + 1, scoreChanges.count());
        assertNotEquals(fingerprint.get("scores"), fingerprint().get("scores"));
    }

    @Test
    void emptyDatabaseIsFilledInSilenceWhenScoresWereToldBefore() throws SQLException {
        wire.policy("ADDED", policy().with("county", "20007").with("state", "KS"));
        awaitThat("/v1/counties/20007", "factors[2].protected", equalTo(true));
        scoreChanges.settled();
        Map<String, Object> fingerprint = fingerprint();
        long told = scoreChanges.count();
        String changedAt = get("/v1/freshness").extract().path("scores.recordedAt");

        execute(EMPTY);
        awaitOver(number());

        assertSameNation(fingerprint);
        assertEquals(told, scoreChanges.count());
        assertEquals(changedAt, get("/v1/freshness").extract().path("scores.recordedAt"));
        await().untilAsserted(() -> assertEquals(1, tables.count("applier WHERE turned_day = '" + time.today() + "'")));
        assertTellsAnew("20007");
    }

    @Test
    void staysSilentWhenTheLeaderIsLostInTheMiddleAndTellsWhatComesMeanwhile() throws SQLException {
        scoreChanges.settled();
        Map<String, Object> fingerprint = fingerprint();
        long told = scoreChanges.count();
        UUID meanwhile;
        try (Connection holder = database.getConnection()) {
            holder.setAutoCommit(false);
            admin("POST", REBUILDS).statusCode(202).body("running", equalTo(true));
            holder.createStatement().execute("LOCK TABLE policy_version IN EXCLUSIVE MODE");
            await().until(() -> tables.count("registered_county") > 0);
            meanwhile = wire.policy("ADDED", policy().with("county", "20009").with("state", "KS"));

            assertEquals(fingerprint, fingerprint(), "readers see what was before");
            assertFalse(inTheMiddle().isWhole());
            assertEquals(Status.DOWN, new MemoryIsLoaded(inTheMiddle(), 1).call().getStatus());
            execute(KILL_THE_LEADER);
            holder.rollback();
        }
        awaitOver(number());

        JsonNode change = scoreChanges.of("20009", meanwhile, 1).get(0);
        assertEquals("POLICY_RECORD", change.at("/data/cause/kind").textValue());
        await().untilAsserted(() -> assertEquals(told + 1, scoreChanges.count()));
    }

    @Test
    void makesUpForWhatWasLostBeforeItWasTold() throws SQLException {
        Given before = policy().with("county", "20005").with("state", "KS").with("factor", "PROHIBITS_ASSISTANCE");
        wire.policy("ADDED", before);
        awaitThat("/v1/counties/20005", "factors[6].protected", equalTo(true));
        scoreChanges.settled();
        long told = scoreChanges.count();
        Given lost = policy().with("county", "20005").with("state", "KS").with("factor", "LIMITS_ICE_NOTIFICATIONS")
                .from("2019-01-01");
        try (Connection holder = database.getConnection()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("SELECT * FROM applier FOR UPDATE");
            wire.policy("ADDED", lost);
            await().until(() -> tables.count("pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%applier%'") > 0);
            holder.createStatement().execute(EMPTY);
            holder.commit();
        }
        awaitOver(number());

        JsonNode data = scoreChanges.of("20005", lost.id(), 1).get(0).path("data");
        assertEquals("REBUILT", data.at("/cause/kind").textValue());
        assertTrue(data.at("/cause/event").isNull());
        assertEquals("2019-01-01 " + time.today(), data.path("from").textValue() + " " + data.path("asOf").textValue());
        assertEquals("false true", data.at("/before/factors/3/protected") + " " + data.at("/after/factors/3/protected"));
        assertEquals(told + 1, scoreChanges.count());
        rebuild();
        assertEquals(told + 1, scoreChanges.count());
    }

    @Test
    void onlyAnAdministratorRebuildsAndCompares() {
        get(REBUILDS).statusCode(403);
        get("/v1/admin/fingerprints/scores").statusCode(403);
        admin("GET", REBUILDS).statusCode(200).body("running", equalTo(false));
        admin("GET", "/v1/admin/fingerprints/scores?as_of=2019").statusCode(400);
    }

    private void rebuild() {
        admin("POST", REBUILDS).statusCode(202).header("Location", equalTo(REBUILDS));
        awaitOver(number());
    }

    private void awaitOver(int number) {
        await().untilAsserted(() -> {
            admin("GET", REBUILDS).statusCode(200).body("running", equalTo(false)).body("number", equalTo(number));
            assertEquals(number, fingerprint().get("rebuild"));
        });
    }

    private static int number() {
        return admin("GET", REBUILDS).extract().path("number");
    }

    private static Map<String, Object> fingerprint() {
        return admin("GET", "/v1/admin/fingerprints/scores?as_of=2026-12-31").statusCode(200).extract().path("");
    }

    private static void assertSameNation(Map<String, Object> before) {
        Map<String, Object> after = fingerprint();
        for (String what : List.of("scores", "statistics", "counties", "records", "laws")) {
            assertEquals(before.get(what), after.get(what), what);
        }
    }

    private void assertTellsAnew(String county) {
        UUID event = wire.policy("ADDED",
                policy().with("county", county).with("state", "KS").with("factor", "LIMITS_ICE_INTERROGATIONS"));
        JsonNode change = scoreChanges.of(county, event, 1).get(0);
        assertEquals("POLICY_RECORD", change.at("/data/cause/kind").textValue());
    }

    /** What a process knows that begins now. */
    private CurrentNation inTheMiddle() {
        CurrentNation nation = new CurrentNation(rubrics);
        new Memory(nation, store, replay).refresh();
        return nation;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute(sql);
        }
    }
}
