package atlas.county;

import static atlas.county.Reviews.REVIEWER;
import static atlas.county.Reviews.SUBMITTER;
import static atlas.county.Reviews.admin;
import static atlas.county.Reviews.anybody;
import static atlas.county.Reviews.decide;
import static atlas.county.Reviews.otherSubmitter;
import static atlas.county.Reviews.recorded;
import static atlas.county.Reviews.reviewer;
import static atlas.county.Reviews.submitted;
import static atlas.county.Reviews.submitter;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** A write of a partner that is reviewed takes effect when somebody else approves it. */
@QuarkusTest
@CountyServers
class SubmissionTest {

    private static final String HENNEPIN = "27053";
    private static final String DANE = "55025";
    private static final String HARRIS = "48201";

    @Inject
    Tables tables;

    private long records;
    private long submissions;
    private long audits;

    @BeforeEach
    void count() throws SQLException {
        records = tables.count("policy_version");
        submissions = tables.count("submission");
        audits = tables.count("audit");
    }

    @Test
    void keepsANewRecordBackUntilItIsApproved() throws SQLException {
        String location = submitter().body(Said.holds("Waits")).post("/v1/counties/" + HENNEPIN + "/policies").then()
                .statusCode(202).header("Location", startsWith("/v1/policy-submissions/")).header("ETag", nullValue())
                .body("status", equalTo("PENDING")).body("kind", equalTo("POLICY")).body("action", equalTo("ADD"))
                .body("record", nullValue()).body("recordVersion", nullValue()).body("state", equalTo("MN"))
                .body("county", equalTo(HENNEPIN)).body("body.title", equalTo("Waits")).body("submittedBy", equalTo(SUBMITTER))
                .body("submittedAt", notNullValue()).body("decidedBy", nullValue()).body("revision", equalTo(1))
                .extract().header("Location");
        assertNews(0, 1, 1);
        anybody().queryParam("county", HENNEPIN).get("/v1/policies").then().body("items.title", not(hasItem("Waits")));

        String id = decide(reviewer(), location, "approve", "well sourced").statusCode(200)
                .body("status", equalTo("APPROVED")).body("decidedBy", equalTo(REVIEWER)).body("note", equalTo("well sourced"))
                .body("resultVersion", equalTo(1)).body("revision", equalTo(2)).extract().path("result");

        assertNews(1, 1, 3);
        anybody().get("/v1/policies/" + id).then().statusCode(200).body("title", equalTo("Waits"))
                .body("recordedBy", equalTo(SUBMITTER)).body("approvedBy", equalTo(REVIEWER));
        assertEquals(1, tables.count("audit WHERE subject = '" + id + "' AND action = 'policy.added' AND key_id = 'careful-1'"
                + " AND organisation = '" + SUBMITTER + "' AND approved_by = '" + REVIEWER + "' AND approved_key = '" + REVIEWER
                + "-key'"));
        assertEquals(1, tables.count("outbox WHERE convert_from(payload, 'UTF8')::jsonb #>> '{data,after,id}' = '" + id
                + "' AND convert_from(payload, 'UTF8')::jsonb #>> '{data,after,approvedBy}' = '" + REVIEWER + "'"));
    }

    @Test
    void keepsACorrectionAndAWithdrawalBack() throws SQLException {
        String record = recorded(HENNEPIN, "Before");
        String correction = Said.because("read again", Said.holds("After").replace("\"effectiveTo\": null",
                "\"effectiveTo\": \"2020\""));
        String submission = submitter().header("If-Match", "\"1\"").body(correction).put(record).then().statusCode(202)
                .body("action", equalTo("CORRECT")).body("recordVersion", equalTo(1)).extract().header("Location");

        reviewer().get(submission).then().statusCode(200).body("difference.field",
                equalTo(List.of("title", "effectiveTo", "effectiveToPrecision")))
                .body("difference[0].before", equalTo("Before")).body("difference[0].after", equalTo("After"))
                .body("difference[1].before", nullValue()).body("difference[1].after", equalTo("2021-01-01"))
                .body("difference[2].after", equalTo("YEAR")).body("body.effectiveTo", equalTo("2020"));
        anybody().get(record).then().body("version", equalTo(1)).body("title", equalTo("Before"));
        decide(reviewer(), submission, "approve", null).statusCode(200).body("resultVersion", equalTo(2));
        anybody().get(record).then().body("version", equalTo(2)).body("title", equalTo("After"))
                .body("reason", equalTo("read again")).body("versions.approvedBy", equalTo(Arrays.asList(null, REVIEWER)));

        String withdrawal = submitter().header("If-Match", "\"2\"").queryParam("reason", "of another county").delete(record)
                .then().statusCode(202).body("action", equalTo("WITHDRAW"))
                .body("body", equalTo(Map.of("reason", "of another county"))).extract().header("Location");
        reviewer().get(withdrawal).then().body("difference", hasSize(1)).body("difference[0].field", equalTo("withdrawn"))
                .body("difference[0].before", equalTo(false)).body("difference[0].after", equalTo(true));
        decide(reviewer(), withdrawal, "approve", null).statusCode(200);
        anybody().get(record).then().body("withdrawn", equalTo(true)).body("approvedBy", equalTo(REVIEWER));
        assertNews(3, 2, 3 + 4);
    }

    @Test
    void keepsARecordOfAStateAloneBack() {
        String body = Said.with("scope", "\"STATE_AGENCY\"").replace("\"effectiveTo\"",
                "\"agency\": \"State Patrol\", \"effectiveTo\"");

        String submission = submitter().body(body).post("/v1/states/MN/policies").then().statusCode(202)
                .body("county", nullValue()).body("state", equalTo("MN")).extract().header("Location");
        reviewer().get(submission).then().body("difference.find { it.field == 'agency' }.after", equalTo("State Patrol"));
        decide(reviewer(), submission, "approve", null).statusCode(200);

        anybody().queryParam("state", "MN").queryParam("scope", "STATE_AGENCY").get("/v1/policies").then()
                .body("items.agency", hasItem("State Patrol"));
    }

    @Test
    void refusesABadWriteAtOnceAndKeepsNothing() throws SQLException {
        String record = recorded(HENNEPIN, "Guarded");
        String correction = Said.because("why", Said.holds("Other"));

        submitter().body(Said.holds(" ")).post("/v1/counties/" + HENNEPIN + "/policies").then().statusCode(400)
                .body("errors.field", hasItem("title"));
        submitter().body(Said.holds("TX")).post("/v1/counties/" + HARRIS + "/policies").then().statusCode(403);
        submitter().body(Said.holds("?")).post("/v1/counties/99999/policies").then().statusCode(404);
        submitter().body(correction).put(record).then().statusCode(428);
        submitter().header("If-Match", "\"7\"").body(correction).put(record).then().statusCode(412);
        submitter().header("If-Match", "\"1\"").body(Said.holds("No reason")).put(record).then().statusCode(400)
                .body("errors.field", hasItem("reason"));
        submitter().header("If-Match", "\"1\"").delete(record).then().statusCode(400).body("errors[0].field",
                equalTo("reason"));
        submitter().header("If-Match", "\"1\"").body(correction).put("/v1/policies/01890a5d-0000-7000-8000-00000000000a").then()
                .statusCode(404);

        assertNews(1, 0, 1);
    }

    @Test
    void goesBackAndForthBetweenSubmitterAndReviewer() throws SQLException {
        String submission = submitted(HENNEPIN, "Draft");

        submitter().body(Said.holds("Too early")).put(submission).then().statusCode(409);
        decide(reviewer(), submission, "request-changes", "name the page").statusCode(200)
                .body("status", equalTo("CHANGES_REQUESTED")).body("note", equalTo("name the page"));
        submitter().get(submission).then().statusCode(200).body("note", equalTo("name the page"));
        decide(reviewer(), submission, "approve", null).statusCode(409).body("detail", containsString("CHANGES_REQUESTED"));
        submitter().body(Said.holds(" ")).put(submission).then().statusCode(400).body("errors.field", hasItem("title"));
        submitter().body(Said.holds("Better")).put(submission).then().statusCode(200).body("status", equalTo("PENDING"))
                .body("body.title", equalTo("Better")).body("revision", equalTo(3)).body("note", equalTo("name the page"));
        reviewer().body("{ \"revision\": 2147483648 }").post(submission + "/approve").then().statusCode(400)
                .body("errors[0].pointer", equalTo("/revision"))
                .body("errors[0].message", equalTo("is too large or too small a number"));
        reviewer().body("{ \"revision\": 1 }").post(submission + "/approve").then().statusCode(409)
                .body("detail", containsString("revision 3"));
        reviewer().body("{ \"revision\": 3 }").post(submission + "/approve").then().statusCode(200);

        decide(reviewer(), submission, "reject", "too late").statusCode(409);
        assertNews(1, 1, 5);
        assertEquals(1, tables.count("policy_version WHERE title = 'Better'"));
        assertEquals(0, tables.count("policy_version WHERE title = 'Draft'"));
    }

    @Test
    void changesTheReasonOfAWithdrawal() {
        String record = recorded(HENNEPIN, "To go");
        String submission = submitter().header("If-Match", "\"1\"").queryParam("reason", "wrong").delete(record).then()
                .statusCode(202).extract().header("Location");
        decide(reviewer(), submission, "request-changes", "say more");

        submitter().body(Said.because("more", Said.holds("A record"))).put(submission).then().statusCode(400)
                .body("errors[0].field", equalTo("body"));
        submitter().body("{ \"reason\": \"of another county\" }").put(submission).then().statusCode(200);
        decide(reviewer(), submission, "approve", null).statusCode(200);

        anybody().get(record).then().body("withdrawn", equalTo(true)).body("reason", equalTo("of another county"));
    }

    @Test
    void approvesAgainstTheVersionThatTheSubmitterHasSeen() throws SQLException {
        String record = recorded(HENNEPIN, "Version 1");
        String submission = submitter().header("If-Match", "\"1\"").body(Said.because("mine", Said.holds("Mine"))).put(record)
                .then().statusCode(202).extract().header("Location");
        admin().header("If-Match", "\"1\"").body(Said.because("ours", Said.holds("Version 2"))).put(record).then()
                .statusCode(200);

        decide(reviewer(), submission, "approve", null).statusCode(409).body("detail", containsString("version 1"));
        reviewer().get(submission).then().body("status", equalTo("PENDING")).body("difference[0].before", equalTo("Version 2"));
        decide(reviewer(), submission, "request-changes", "see version 2");
        submitter().body(Said.because("mine", Said.holds("Mine"))).put(submission).then().statusCode(412);
        submitter().queryParam("record_version", 2).body(Said.because("mine", Said.holds("Mine"))).put(submission).then()
                .statusCode(200).body("recordVersion", equalTo(2));
        decide(reviewer(), submission, "approve", null).statusCode(200).body("resultVersion", equalTo(3));
        assertNews(3, 1, 2 + 5);
    }

    @Test
    void rejectsWithAReasonOnly() throws SQLException {
        String submission = submitted(HENNEPIN, "Unsourced");

        reviewer().body("{}").post(submission + "/reject").then().statusCode(400).body("errors[0].field", equalTo("note"));
        reviewer().post(submission + "/reject").then().statusCode(400);
        decide(reviewer(), submission, "request-changes", null).statusCode(400).body("errors[0].field", equalTo("note"));
        reviewer().body("{ \"note\": \"why\", \"other\": 1 }").post(submission + "/reject").then().statusCode(400);
        decide(reviewer(), submission, "reject", "no source says so").statusCode(200).body("status", equalTo("REJECTED"));
        submitter().get(submission).then().body("status", equalTo("REJECTED")).body("note", equalTo("no source says so"));
        submitter().body(Said.holds("Again")).put(submission).then().statusCode(409);
        submitter().delete(submission).then().statusCode(409);

        assertNews(0, 1, 2);
    }

    @Test
    void withdrawsASubmission() throws SQLException {
        String submission = submitted(HENNEPIN, "Never mind");

        submitter().delete(submission).then().statusCode(200).body("status", equalTo("WITHDRAWN"));
        decide(reviewer(), submission, "approve", null).statusCode(409);

        assertNews(0, 1, 2);
    }

    @Test
    void approvesWithoutABody() {
        reviewer().post(submitted(HENNEPIN, "No words") + "/approve").then().statusCode(200).body("note", nullValue());
    }

    @Test
    void answersARepeatedRequestTheSameAndKeepsOneSubmission() throws SQLException {
        String path = "/v1/counties/" + HENNEPIN + "/policies";
        String first = submitter().header("Idempotency-Key", "wait-1").body(Said.holds("Once")).post(path).then()
                .statusCode(202).extract().asString();
        String location = "/v1/policy-submissions/" + JsonPath.from(first).getString("id");
        String approval = reviewer().header("Idempotency-Key", "yes-1").body("{}").post(location + "/approve").then()
                .statusCode(200).extract().asString();

        assertEquals(first, submitter().header("Idempotency-Key", "wait-1").body(Said.holds("Once")).post(path).then()
                .statusCode(202).header("Location", location).extract().asString());
        assertEquals(approval, reviewer().header("Idempotency-Key", "yes-1").body("{}").post(location + "/approve").then()
                .statusCode(200).extract().asString());
        submitter().header("Idempotency-Key", "wait-1").body(Said.holds("Other")).post(path).then().statusCode(422);
        assertNews(1, 1, 3);
    }

    @Test
    void listsToSubmittersTheirOwnAndToReviewersThoseOfTheirPlaces() {
        String inMinnesota = id(submitted("27001", "Listed here"));
        String inWisconsin = id(submitted(DANE, "Listed there"));

        submitter().get("/v1/policy-submissions?limit=500").then().statusCode(200).body("items.id", hasItem(inMinnesota))
                .body("items.id", hasItem(inWisconsin)).body("items.submittedBy", everyItem(equalTo(SUBMITTER)));
        otherSubmitter().get("/v1/policy-submissions").then().statusCode(200).body("total", equalTo(0));
        reviewer().get("/v1/policy-submissions?county=27001").then().body("items.id", equalTo(List.of(inMinnesota)))
                .body("total", equalTo(1));
        reviewer().get("/v1/policy-submissions?state=WI").then().body("total", equalTo(0));
        admin().get("/v1/policy-submissions?state=WI&status=PENDING&organisation=" + SUBMITTER).then()
                .body("items.id", hasItem(inWisconsin));
        admin().get("/v1/policy-submissions?organisation=Nobody").then().body("total", equalTo(0)).body("items", hasSize(0));
        admin().get("/v1/policy-submissions?status=LOST").then().statusCode(400).body("errors[0].field", equalTo("status"));
    }

    @Test
    void pagesThroughTheQueue() {
        for (int i = 0; i < 3; i++) {
            submitted("27003", "Number " + i);
        }

        String next = reviewer().get("/v1/policy-submissions?county=27003&limit=2").then().body("total", equalTo(3))
                .body("items.body.title", equalTo(List.of("Number 0", "Number 1"))).extract().path("next");

        reviewer().queryParam("cursor", next).get("/v1/policy-submissions?county=27003&limit=2").then()
                .body("items.body.title", equalTo(List.of("Number 2"))).body("next", nullValue());
        String first = reviewer().get("/v1/policy-submissions?county=27003").path("items[0].id");
        reviewer().get("/v1/policy-submissions?county=27003&after=" + first).then().body("total", equalTo(3))
                .body("items.body.title", equalTo(List.of("Number 1", "Number 2")));
        String last = reviewer().get("/v1/policy-submissions?county=27003&limit=1&after=" + first).path("next");
        reviewer().get("/v1/policy-submissions?county=27003&limit=1&after=" + first + "&cursor=" + last).then()
                .body("items.body.title", equalTo(List.of("Number 2")));
        reviewer().get("/v1/policy-submissions?after=7").then().statusCode(400).body("errors[0].field", equalTo("after"));
    }

    @ParameterizedTest
    @CsvSource({ "approve", "reject", "request-changes" })
    void decidesEachSubmissionOnce(String decision) throws Exception {
        String submission = submitted("27005", "Contested " + decision);
        int[] decided = IntStream.range(0, 4).parallel()
                .map(i -> decide(reviewer(), submission, decision, "why").extract().statusCode()).sorted().toArray();

        assertArrayEquals(new int[] { 200, 409, 409, 409 }, decided);
    }

    private void assertNews(long moreRecords, long moreSubmissions, long moreAudits) throws SQLException {
        assertEquals(moreRecords, tables.count("policy_version") - records, "versions of records");
        assertEquals(moreSubmissions, tables.count("submission") - submissions, "submissions");
        assertEquals(moreAudits, tables.count("audit") - audits, "audit entries");
    }

    private static String id(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
