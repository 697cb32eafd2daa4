package atlas.statelaw;

import static atlas.statelaw.Calls.as;
import static atlas.statelaw.Calls.reader;
import static atlas.statelaw.Calls.recorded;
import static atlas.statelaw.Calls.writer;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import atlas.service.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** A law of a partner that is reviewed takes effect when somebody else approves it. */
@QuarkusTest
@LawServers
class LawSubmissionTest {

    private static final String BOARD = "Review Board";

    @Inject
    Tables tables;

    private long laws;
    private long audits;

    @BeforeEach
    void count() throws SQLException {
        laws = tables.count("law_version");
        audits = tables.count("audit");
    }

    @Test
    void keepsALawBackUntilItIsApproved() throws SQLException {
        String location = submitter().body(Said.mandate("Waits")).post("/v1/laws").then().statusCode(202)
                .header("Location", startsWith("/v1/law-submissions/")).body("kind", equalTo("LAW"))
                .body("status", equalTo("PENDING")).body("state", equalTo("TX")).body("county", nullValue())
                .body("body.effects", equalTo(List.of(
                        Map.of("factor", "LIMITS_ICE_HOLDS", "effect", "MANDATES", "counties", List.of()),
                        Map.of("factor", "LIMITS_ICE_INTERROGATIONS", "effect", "PREEMPTS", "counties",
                                List.of("48201", "48453")))))
                .extract().header("Location");
        assertEquals(0, tables.count("law_version WHERE title = 'Waits'"));

        String id = decide(reviewer(), location, "approve", "").statusCode(200).body("resultVersion", equalTo(1)).extract()
                .path("result");

        reader().get("/v1/laws/" + id).then().body("title", equalTo("Waits")).body("recordedBy", equalTo("Careful Coalition"))
                .body("approvedBy", equalTo(BOARD));
        assertEquals(BOARD, tables.announced("data,after,approvedBy", "/" + id));
        assertNews(1, 3);
    }

    @Test
    void showsWhatACorrectionWouldChange() throws SQLException {
        String law = recorded(Said.mandate("Stands"));
        String correction = Said.because("repealed", Said.ending("2019", Said.mandate("Stands")))
                .replace("[\"PROBATION\"]", "[]");

        String submission = submitter().header("If-Match", "\"1\"").body(correction).put(law).then().statusCode(202)
                .extract().header("Location");

        reviewer().get(submission).then().body("difference.field",
                equalTo(List.of("effectiveTo", "effectiveToPrecision", "topics")))
                .body("difference[0].after", equalTo("2020-01-01")).body("difference[2].before", equalTo(List.of("PROBATION")))
                .body("difference[2].after", equalTo(List.of()));
        writer().header("If-Match", "\"1\"").queryParam("reason", "gone").delete(law).then().statusCode(200);
        decide(reviewer(), submission, "approve", "").statusCode(409).body("detail", containsString("version 1"));
        decide(reviewer(), submission, "reject", "the law was withdrawn").statusCode(200);
        assertNews(2, 4);
    }

    @Test
    void withdrawsALawWhenThatIsApproved() {
        String law = recorded(Said.mandate("To go"));
        String submission = submitter().header("If-Match", "\"1\"").queryParam("reason", "never enacted").delete(law).then()
                .statusCode(202).body("body", equalTo(Map.of("reason", "never enacted"))).extract().header("Location");

        reviewer().get(submission).then().body("difference.field", equalTo(List.of("withdrawn")));
        decide(reviewer(), submission, "approve", "").statusCode(200);

        reader().get(law).then().body("withdrawn", equalTo(true)).body("approvedBy", equalTo(BOARD));
    }

    @Test
    void keepsAChangedSubmissionInItsState() {
        String submission = submitter().body(Said.mandate("Sent back")).post("/v1/laws").then().extract().header("Location");
        decide(reviewer(), submission, "request-changes", "cite the chapter").statusCode(200);

        submitter().body(Said.sanctuary("KS", "Moved")).put(submission).then().statusCode(400)
                .body("errors[0].field", equalTo("state"));
        submitter().body(Said.mandate("Cited")).put(submission).then().statusCode(200).body("status", equalTo("PENDING"))
                .body("body.title", equalTo("Cited"));
    }

    @Test
    void refusesABadLawAtOnce() throws SQLException {
        long submissions = tables.count("submission");

        submitter().body(Said.mandate(" ")).post("/v1/laws").then().statusCode(400).body("errors.field", hasItem("title"));
        submitter().body("{}").post("/v1/laws").then().statusCode(400).body("errors.field", hasItems("state", "title"));
        submitter().body(Said.sanctuary("CA", "Elsewhere")).post("/v1/laws").then().statusCode(403);

        assertEquals(submissions, tables.count("submission"));
        assertNews(0, 0);
    }

    @Test
    void listsThemToThoseWhomTheyConcern() {
        String id = submitter().body(Said.sanctuary("KS", "Listed")).post("/v1/laws").then().extract().path("id");

        submitter().get("/v1/law-submissions?state=KS").then().body("items.id", hasItem(id));
        reviewer().get("/v1/law-submissions?state=KS").then().statusCode(200).body("total", equalTo(0));
        reviewer().get("/v1/law-submissions/" + id).then().statusCode(404);
        as(TestTokens.admin()).get("/v1/law-submissions?state=KS").then().body("items.id", hasItem(id));
        reader().get("/v1/law-submissions").then().statusCode(403);
    }

    private void assertNews(long moreLaws, long moreAudits) throws SQLException {
        assertEquals(moreLaws, tables.count("law_version") - laws, "versions of laws");
        assertEquals(moreAudits, tables.count("audit") - audits, "audit entries");
    }

    private static ValidatableResponse decide(RequestSpecification who, String submission, String decision, String note) {
        return who.body(note.isEmpty() ? "{}" : "{ \"note\": \"" + note + "\" }").post(submission + "/" + decision).then();
    }

    private static RequestSpecification submitter() {
        return as(TestTokens.reviewed("Careful Coalition", "careful-1", Set.of("laws:write"), Set.of("TX", "KS")))
                .contentType(ContentType.JSON);
    }

    private static RequestSpecification reviewer() {
        return as(TestTokens.reviewer(BOARD, Set.of("TX"))).contentType(ContentType.JSON);
    }
}
