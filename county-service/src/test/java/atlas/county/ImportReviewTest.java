package atlas.county;

import static atlas.county.Reviews.REVIEWER;
import static atlas.county.Reviews.SUBMITTER;
import static atlas.county.Reviews.decide;
import static atlas.county.Reviews.recorded;
import static atlas.county.Reviews.reviewer;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import atlas.service.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Files of a partner that is reviewed: what they would change waits, row by row, for somebody else. */
@QuarkusTest
@CountyServers
class ImportReviewTest {

    private static final String SUBMISSIONS = "/v1/policy-submissions/";

    @Inject
    Tables tables;

    private final String lister = "Lister " + UUID.randomUUID();
    private long records;
    private long events;
    private long submissions;
    private long audits;

    @BeforeEach
    void count() throws SQLException {
        records = tables.count("policy_version");
        events = tables.count("outbox");
        submissions = tables.count("submission");
        audits = tables.count("audit");
    }

    @AfterEach
    void mend() throws SQLException {
        tables.execute("DROP TRIGGER IF EXISTS fault ON import_outcome");
    }

    @Test
    void submitsWhatAFileWouldAdd() throws SQLException {
        String location = Imports.taken(send(Imports.HEADER + Imports.line("27007", "From a file") + Imports.line("48201",
                "Not mine")));

        done(location).body("reviewed", equalTo(true)).body("accepted", equalTo(1)).body("refused", equalTo(1));
        assertNews(0, 1, 1);
        String id = Imports.rows(location, "accepted").body("items[0].record", nullValue())
                .body("items[0].submission", notNullValue()).extract().path("items[0].submission");
        Imports.rows(location, "refused").body("items[0].submission", nullValue())
                .body("items[0].reason", containsString("48201"));
        assertEquals(1, tables.count("audit WHERE action = 'submission.submitted' AND subject = '" + id + "' AND import_id = '"
                + location.substring(12) + "' AND key_id = 'careful-1'"));
        Imports.policies("27007").body("total", equalTo(0));
        partner().get(SUBMISSIONS + id).then().statusCode(200).body("action", equalTo("ADD")).body("county", equalTo("27007"))
                .body("body.title", equalTo("From a file")).body("body.reason", nullValue())
                .body("submittedBy", equalTo(SUBMITTER)).body("status", equalTo("PENDING"));

        decide(reviewer(), SUBMISSIONS + id, "approve", null).statusCode(200);
        Imports.policies("27007").body("items[0].title", equalTo("From a file")).body("items[0].recordedBy", equalTo(SUBMITTER))
                .body("items[0].approvedBy", equalTo(REVIEWER));
    }

    @Test
    void submitsAsASingleWriteDoes() {
        String json = Said.holds("In either way");
        Reviews.submitter().body(json).post("/v1/counties/27009/policies").then().statusCode(202);

        String location = Imports.taken(sendJson("[" + json.replaceFirst("\\{", "{\"county\": \"27009\",") + "]"));

        done(location).body("unchanged", equalTo(1)).body("accepted", equalTo(0));
        Imports.rows(location, "unchanged").body("items[0].submission", notNullValue()).body("items[0].record", nullValue());
    }

    @Test
    void changesNothingWhenTheSameFileComesAgain() throws SQLException {
        String file = Imports.HEADER + Imports.line("27011", "Again") + Imports.line("27013", "Again")
                + Imports.line("27011", "Again") + Imports.line("27013", "Again").replace("PROTECTIVE", "NO_POLICY");
        String first = Imports.taken(send(file));
        done(first).body("accepted", equalTo(2)).body("unchanged", equalTo(1)).body("refused", equalTo(1));
        List<String> submitted = Imports.rows(first, "accepted").extract().path("items.submission");
        Imports.rows(first, "unchanged").body("items[0].submission", equalTo(submitted.get(0)));
        Imports.rows(first, "refused").body("items[0].reason", containsString("Row 2"));
        assertNews(0, 2, 2);

        String second = Imports.taken(send(file));

        done(second).body("accepted", equalTo(0)).body("unchanged", equalTo(3)).body("refused", equalTo(1));
        Imports.rows(second, "unchanged").body("items.submission",
                equalTo(List.of(submitted.get(0), submitted.get(1), submitted.get(0))));
        assertNews(0, 2, 2);
        decide(reviewer(), SUBMISSIONS + submitted.get(0), "approve", null).statusCode(200);
        decide(reviewer(), SUBMISSIONS + submitted.get(1), "reject", "no").statusCode(200);
        done(send(file)).body("accepted", equalTo(1)).body("unchanged", equalTo(2));
        assertNews(1, 3, 6);
    }

    @Test
    void submitsACorrectionOnceAndLeavesWhatIsOnRecordAlone() throws SQLException {
        String record = recorded("27015", "On record");
        String id = record.substring(record.lastIndexOf('/') + 1);
        String same = "[" + Said.holds("On record").replaceFirst("\\{", "{\"id\": \"" + id + "\",") + "]";
        String other = same.replace("2019-07-22", "2019-08");
        done(sendJson(same)).body("unchanged", equalTo(1));

        String location = Imports.taken(sendJson(other));
        done(location).body("accepted", equalTo(1));
        String submission = Imports.rows(location, "accepted").body("items[0].record", equalTo(id)).extract()
                .path("items[0].submission");

        partner().get(SUBMISSIONS + submission).then().body("action", equalTo("CORRECT")).body("recordVersion", equalTo(1))
                .body("body.reason", equalTo("import " + location.substring(12)))
                .body("difference.field", hasItem("effectiveFrom"));
        String again = Imports.taken(sendJson(other));
        done(again).body("unchanged", equalTo(1));
        Imports.rows(again, "unchanged").body("items[0].record", equalTo(id)).body("items[0].submission", equalTo(submission));
        done(sendJson(other.replace("2019-08", "2019-09"))).body("accepted", equalTo(1));
        assertNews(1, 2, 3);
        decide(reviewer(), SUBMISSIONS + submission, "approve", null).statusCode(200).body("resultVersion", equalTo(2));
    }

    @Test
    void carriesTheOwnKeyOfAnAddedRowToItsRecord() throws SQLException {
        String keyed = "[" + Said.holds("Keyed").replaceFirst("\\{", "{\"county\": \"27017\", \"externalId\": \"K-1\",") + "]";
        String first = Imports.taken(sendJson(keyed));
        done(first).body("accepted", equalTo(1));
        String submission = Imports.rows(first, "accepted").extract().path("items[0].submission");

        done(sendJson(keyed)).body("unchanged", equalTo(1));
        String otherwise = Imports.taken(sendJson(keyed.replace("Keyed", "Keyed otherwise")));
        done(otherwise).body("refused", equalTo(1));
        Imports.rows(otherwise, "refused").body("items[0].reason", containsString(submission))
                .body("items[0].errors[0].field", equalTo("externalId"));
        decide(reviewer(), SUBMISSIONS + submission, "approve", null).statusCode(200);
        String record = Imports.policies("27017").extract().path("items[0].id");

        String renamed = Imports.taken(sendJson(keyed.replace("Keyed", "Keyed otherwise")));
        done(renamed).body("accepted", equalTo(1));
        Imports.rows(renamed, "accepted").body("items[0].record", equalTo(record));
        String likeIt = Imports.taken(sendJson(keyed.replace("K-1", "K-2")));
        done(likeIt).body("accepted", equalTo(1));
        Imports.rows(likeIt, "accepted").body("items[0].record", nullValue());
        assertNews(1, 3, 5);
    }

    @Test
    void changesNothingInARehearsal() throws SQLException {
        String file = Imports.HEADER + Imports.line("27019", "Tried") + Imports.line("27019", "Tried")
                + Imports.line("48201", "Not mine");
        String location = Imports.taken(partner().contentType(Imports.CSV).queryParam("dry_run", true).body(file)
                .post("/v1/imports").then());

        done(location).body("reviewed", equalTo(true)).body("accepted", equalTo(1)).body("unchanged", equalTo(1))
                .body("refused", equalTo(1));
        Imports.rows(location, "accepted").body("items[0].submission", nullValue()).body("items[0].record", nullValue());
        Imports.rows(location, "unchanged").body("items[0].record", nullValue());
        assertNews(0, 0, 0);
    }

    @Test
    void submitsExactlyOnceThroughACrash() throws SQLException {
        tables.execute("CREATE SEQUENCE IF NOT EXISTS fault_count");
        tables.execute("ALTER SEQUENCE fault_count RESTART");
        tables.execute("CREATE OR REPLACE FUNCTION fault_in_review() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                + " IF NEW.number = 900 AND nextval('fault_count') < 3 THEN PERFORM pg_terminate_backend(pg_backend_pid());"
                + " END IF; RETURN NEW; END $$");
        tables.execute("CREATE TRIGGER fault BEFORE INSERT ON import_outcome FOR EACH ROW EXECUTE FUNCTION fault_in_review()");

        String location = Imports.taken(lister().contentType(Imports.CSV).body(Imports.HEADER + IntStream.range(0, 1_200)
                .mapToObj(i -> Imports.line("27021", "Crash " + i)).collect(Collectors.joining())).post("/v1/imports").then());

        done(location).body("accepted", equalTo(1_200)).body("refused", equalTo(0));
        assertEquals(1, tables.count("(SELECT last_value FROM fault_count WHERE last_value >= 3) AS faults"), "the fault");
        assertNews(0, 1_200, 1_200);
        assertEquals(1_200, tables.count("import_outcome o JOIN submission s ON s.id = o.submission WHERE o.import_id = '"
                + location.substring(12) + "'"));
    }

    @Test
    void submitsTheRowsAndEndsOfAListOnce() throws SQLException {
        String first = list("2025-06-10", "Pine", "Pipestone", "Polk", "Pope");
        done(first).body("accepted", equalTo(4)).body("reviewed", equalTo(true));
        done(list("2025-06-12", "Pine", "Pipestone", "Polk", "Pope")).body("unchanged", equalTo(4));
        assertNews(0, 4, 4);
        List<String> submitted = Imports.rows(first, "accepted").extract().path("items.submission");
        submitted.forEach(id -> decide(reviewer(), SUBMISSIONS + id, "approve", null).statusCode(200));
        done(list("2025-06-17", "Pine", "Pipestone", "Polk", "Pope")).body("unchanged", equalTo(4));

        done(list("2025-06-24", "Pine", "Pipestone", "Polk")).body("unchanged", equalTo(3)).body("ended", equalTo(1));
        done(list("2025-07-01", "Pine", "Pipestone", "Polk")).body("unchanged", equalTo(3)).body("ended", equalTo(0));

        assertNews(4, 5, 4 + 8 + 1);
        reviewer().get("/v1/policy-submissions?county=27121&status=PENDING").then()
                .body("items.find { it.submittedBy == '" + lister + "' }.body.effectiveTo", equalTo("2025-06-24"));
    }

    private String list(String date, String... counties) {
        ListFile list = ListFile.list();
        for (String county : counties) {
            list.sheriff("MINNESOTA", county + " County", "2025-01-15");
        }
        return Imports.taken(
                lister().contentType(Imports.XLSX).queryParam("listed_on", date).body(list.bytes()).post("/v1/imports").then());
    }

    /** A partner of this test alone. */
    private RequestSpecification lister() {
        return Imports.as(TestTokens.reviewed(lister, lister + "-key", Set.of("policies:write"), Set.of()));
    }

    private static RequestSpecification partner() {
        return Imports.as(TestTokens.reviewed(SUBMITTER, "careful-1", Set.of("policies:write"), Set.of("MN", "WI")));
    }

    private static ValidatableResponse send(String csv) {
        return partner().contentType(Imports.CSV).body(csv).post("/v1/imports").then();
    }

    private static ValidatableResponse sendJson(String rows) {
        return partner().contentType(Imports.JSON).body(rows).post("/v1/imports").then();
    }

    private static ValidatableResponse done(ValidatableResponse sent) {
        return Imports.done(sent);
    }

    private static ValidatableResponse done(String location) {
        return Imports.done(location);
    }

    private void assertNews(long moreRecords, long moreSubmissions, long moreAudits) throws SQLException {
        assertEquals(moreRecords, tables.count("policy_version") - records, "versions of records");
        assertEquals(moreRecords, tables.count("outbox") - events, "events");
        assertEquals(moreSubmissions, tables.count("submission") - submissions, "submissions");
        assertEquals(moreAudits, tables.count("audit") - audits, "audit entries");
    }
}
