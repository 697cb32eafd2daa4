package atlas.county;

import static atlas.county.Reviews.REVIEWER;
import static atlas.county.Reviews.SUBMITTER;
import static atlas.county.Reviews.admin;
import static atlas.county.Reviews.decide;
import static atlas.county.Reviews.recorded;
import static atlas.county.Reviews.reviewer;
import static atlas.county.Reviews.submitted;
import static atlas.county.Reviews.submitter;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

/** What was done and through whom is kept, and what is kept cannot be changed unnoticed. */
@QuarkusTest
@CountyServers
class AuditTest {

    private static final String AUDIT = "/v1/audit/policies";
    private static final String NEW_ROW = """
            INSERT INTO audit (at, key_id, organisation, action, subject, version, after)
            VALUES (now(), 'key', 'Organisation', 'policy.added', gen_random_uuid(), 1, '{}')""";

    @Inject
    Tables tables;
    @Inject
    DataSource database;

    @Test
    void tellsWhatWasDoneBeforeAndAfter() {
        String record = recorded("31001", "Said first");
        admin().header("If-Match", "\"1\"").header("X-Request-Id", "request-7")
                .body(Said.because("read again", Said.holds("Said later"))).put(record).then().statusCode(200);
        sealed();

        of(record).body("total", equalTo(2)).body("items.action", equalTo(List.of("policy.corrected", "policy.added")))
                .body("items[0].version", equalTo(2)).body("items[0].before.title", equalTo("Said first"))
                .body("items[0].after.title", equalTo("Said later")).body("items[0].reason", equalTo("read again"))
                .body("items[0].key", equalTo("test-key")).body("items[0].organisation", equalTo("Test Organisation"))
                .body("items[0].requestId", equalTo("request-7")).body("items[0].approvedBy", nullValue())
                .body("items[1].before", nullValue()).body("items.hash", everyItem(matchesPattern("[0-9a-f]{64}")))
                .body("items.previous", everyItem(matchesPattern("[0-9a-f]{64}"))).body("items[0].sequence", notNullValue());
    }

    @Test
    void takesNoIdInAnotherSpelling() {
        admin().get(AUDIT + "?subject=1-1-1-1-1").then().statusCode(400).body("errors[0].field", equalTo("subject"));
    }

    @Test
    void findsEntriesByWhatIsKnownOfThem() {
        String submission = submitted("27011", "Audited");
        String id = decide(reviewer(), submission, "approve", null).extract().path("result");

        of("/" + id).body("items", hasSize(1)).body("items[0].organisation", equalTo(SUBMITTER))
                .body("items[0].key", equalTo("careful-1")).body("items[0].approvedBy", equalTo(REVIEWER))
                .body("items[0].approvedKey", equalTo(REVIEWER + "-key"));
        of(submission).body("items.action", equalTo(List.of("submission.approved", "submission.submitted")))
                .body("items[0].organisation", equalTo(REVIEWER)).body("items[0].before.status", equalTo("PENDING"));
        admin().get(AUDIT + "?organisation=" + REVIEWER + "&subject=" + id).then().body("total", equalTo(1));
        admin().get(AUDIT + "?key=careful-1&subject=" + id).then().body("total", equalTo(1));
        admin().get(AUDIT + "?organisation=Nobody").then().body("total", equalTo(0)).body("items", hasSize(0));
        admin().get(AUDIT + "?action=policy.added&limit=1").then().body("items.action", equalTo(List.of("policy.added")));
        String at = admin().get(AUDIT + "?subject=" + id).then().extract().path("items[0].at");
        admin().get(AUDIT + "?subject=" + id + "&from=" + at).then().body("total", equalTo(1));
        admin().get(AUDIT + "?subject=" + id + "&to=" + at).then().body("total", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource({ "subject, 7", "from, yesterday", "to, 2026-01-01", "limit, 0", "cursor, x", "after, x" })
    void refusesWhatItCannotRead(String parameter, String value) {
        admin().get(AUDIT + "?" + parameter + "=" + value).then().statusCode(400).body("errors[0].field", equalTo(parameter));
    }

    @Test
    void pagesFromTheNewest() {
        String record = recorded("31003", "Version 1");
        for (int version = 1; version < 4; version++) {
            admin().header("If-Match", "\"" + version + "\"").body(Said.because("again", Said.holds("Next " + version)))
                    .put(record).then().statusCode(200);
        }
        String subject = "&subject=" + record.substring(record.lastIndexOf('/') + 1);

        String next = admin().get(AUDIT + "?limit=3" + subject).then().body("total", equalTo(4))
                .body("items.version", equalTo(List.of(4, 3, 2))).extract().path("next");
        admin().get(AUDIT + "?limit=3" + subject + "&cursor=" + next).then().body("items.version", equalTo(List.of(1)))
                .body("next", nullValue());
        int third = admin().get(AUDIT + "?limit=3" + subject).path("items[1].id");
        admin().get(AUDIT + "?after=" + third + subject).then().body("total", equalTo(4)).body("items.version",
                equalTo(List.of(2, 1)));
    }

    @Test
    void isForAdministratorsOnly() {
        for (String path : List.of(AUDIT, AUDIT + "/verification")) {
            for (var who : List.of(submitter(), reviewer(), Reviews.anybody())) {
                who.get(path).then().statusCode(403);
            }
            RestAssured.get(path).then().statusCode(401);
        }
    }

    @Test
    void hasAnEntryForEveryWriteThatSucceeded() throws SQLException {
        long before = tables.count("audit");

        String record = recorded("31005", "One");
        admin().header("If-Match", "\"1\"").body(Said.because("two", Said.holds("Two"))).put(record).then().statusCode(200);
        admin().header("If-Match", "\"1\"").body(Said.because("late", Said.holds("Late"))).put(record).then().statusCode(412);
        admin().header("If-Match", "\"2\"").queryParam("reason", "three").delete(record).then().statusCode(200);
        admin().body(Said.holds(" ")).post("/v1/counties/31005/policies").then().statusCode(400);
        IntStream.range(0, 2).forEach(i -> admin().header("Idempotency-Key", "audited").body(Said.holds("Four"))
                .post("/v1/counties/31005/policies").then().statusCode(201));
        admin().urlEncodingEnabled(false).body("{\"mode\": \"each\", \"items\": [" + "%1$s, {}, %1$s]}".formatted(
                Said.holds("Five, six").replaceFirst("\\{", "{ \"county\": \"31005\", "))).post("/v1/policies:batch").then()
                .statusCode(200);

        assertEquals(6, tables.count("audit") - before);
        assertEquals(6, tables.count("policy_version WHERE county = '31005'"));
    }

    @Test
    void sealsEveryEntry() {
        recorded("31007", "Sealed");
        sealed();

        int all = admin().get(AUDIT + "?limit=1").then().extract().path("total");
        admin().get(AUDIT + "/verification").then().statusCode(200).body("ok", equalTo(true)).body("rows", equalTo(all))
                .body("waiting", equalTo(0)).body("head", matchesPattern("[0-9a-f]{64}")).body("firstBroken", nullValue());
    }

    @Test
    void sealsAnEntryThatCommitsLateBehindThoseThatOvertookIt() throws SQLException {
        sealed();
        try (Connection late = database.getConnection(); var statement = late.createStatement()) {
            late.setAutoCommit(false);
            statement.execute(NEW_ROW);
            String overtaking = recorded("31009", "Overtakes");
            sealed();
            of(overtaking).body("items[0].sequence", notNullValue());
            late.commit();
            late.setAutoCommit(true);
        }
        sealed();

        assertEquals(1,
                tables.count("audit_chain c JOIN audit_chain d ON d.sequence = c.sequence + 1 WHERE d.audit_id < c.audit_id"));
        admin().get(AUDIT + "/verification").then().body("ok", equalTo(true));
    }

    /** Each is undone: the tests share one audit. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
            "says something else than what was sealed | audit | UPDATE audit SET reason = 'becausf' WHERE id = %d | UPDATE audit SET reason = 'because' WHERE id = %d",
            "says something else than what was sealed | audit | UPDATE audit SET after = jsonb_set(after, '{title}', '\"Sealee\"') WHERE id = %d | UPDATE audit SET after = jsonb_set(after, '{title}', '\"Sealed\"') WHERE id = %d",
            "says something else than what was sealed | audit | UPDATE audit SET at = at + interval '1 microsecond' WHERE id = %d | UPDATE audit SET at = at - interval '1 microsecond' WHERE id = %d",
            "says something else than what was sealed | audit_chain | UPDATE audit_chain SET hash = set_byte(hash, 0, get_byte(hash, 0) # 1) WHERE audit_id = %d | UPDATE audit_chain SET hash = set_byte(hash, 0, get_byte(hash, 0) # 1) WHERE audit_id = %d",
            "does not follow the entry before it | audit_chain | UPDATE audit_chain SET previous = set_byte(previous, 31, get_byte(previous, 31) # 1) WHERE audit_id = %d | UPDATE audit_chain SET previous = set_byte(previous, 31, get_byte(previous, 31) # 1) WHERE audit_id = %d" })
    void namesTheEntryThatWasChanged(String finding, String table, String change, String back) throws SQLException {
        String record = recorded("31011", "Unsealed");
        admin().header("If-Match", "\"1\"").body(Said.because("because", Said.holds("Sealed"))).put(record).then()
                .statusCode(200);
        recorded("31011", "Behind it");
        sealed();
        int id = of(record).extract().path("items[0].id");
        assertThrows(SQLException.class, () -> tables.execute(change.formatted(id)), "the trigger refuses");

        unguarded(table, change.formatted(id));
        try {
            admin().get(AUDIT + "/verification").then().statusCode(200).body("ok", equalTo(false))
                    .body("firstBroken", equalTo(id)).body("finding", equalTo(finding));
        } finally {
            unguarded(table, back.formatted(id));
        }
        admin().get(AUDIT + "/verification").then().body("ok", equalTo(true));
    }

    @Test
    void namesAnEntryThatWasSlippedInOrTakenOut() throws SQLException {
        sealed();
        unguarded("audit", NEW_ROW);
        admin().get(AUDIT + "/verification").then().body("ok", equalTo(false))
                .body("finding", equalTo("was never given to the chain"))
                .body("firstBroken", equalTo(admin().get(AUDIT + "?limit=1").then().extract().path("items[0].id")));
        tables.execute("INSERT INTO audit_unchained SELECT max(id) FROM audit");
        sealed();
        admin().get(AUDIT + "/verification").then().body("ok", equalTo(true));

        int last = admin().get(AUDIT + "?limit=1").then().extract().path("items[0].id");
        recorded("31013", "Behind it");
        sealed();
        tables.execute("CREATE TABLE taken_out AS SELECT * FROM audit WHERE id = " + last);
        unguarded("audit", "ALTER TABLE audit_chain DROP CONSTRAINT audit_chain_audit_id_fkey",
                "DELETE FROM audit WHERE id = " + last);
        try {
            admin().get(AUDIT + "/verification").then().body("firstBroken", equalTo(last))
                    .body("finding", equalTo("is missing from the audit"));
        } finally {
            unguarded("audit", "INSERT INTO audit OVERRIDING SYSTEM VALUE SELECT * FROM taken_out",
                    "ALTER TABLE audit_chain ADD CONSTRAINT audit_chain_audit_id_fkey FOREIGN KEY (audit_id) REFERENCES audit (id)");
        }
    }

    /** Does to the table what its triggers forbid. */
    private void unguarded(String table, String... statements) throws SQLException {
        try (Connection connection = database.getConnection(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute("ALTER TABLE " + table + " DISABLE TRIGGER USER");
                for (String sql : statements) {
                    statement.execute(sql);
                }
                statement.execute("ALTER TABLE " + table + " ENABLE TRIGGER USER");
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static ValidatableResponse of(String address) {
        return admin().get(AUDIT + "?subject=" + address.substring(address.lastIndexOf('/') + 1)).then().statusCode(200);
    }

    /** Waits until everything that was committed is sealed. */
    private void sealed() {
        await().atMost(Duration.ofSeconds(60)).until(() -> tables.count("audit_unchained") == 0);
    }
}
