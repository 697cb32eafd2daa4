package atlas.county;

import static io.restassured.RestAssured.given;

import java.util.Set;

import atlas.service.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Who submits and who decides in these tests, and how. */
final class Reviews {

    static final String SUBMITTER = "Careful Coalition";
    static final String REVIEWER = "Review Board";

    private Reviews() {
    }

    static RequestSpecification submitter() {
        return as(TestTokens.reviewed(SUBMITTER, "careful-1", Set.of("policies:write"), Set.of("MN", "WI")));
    }

    /** The submitter's other key, which may decide, too. */
    static RequestSpecification submitterAsReviewer() {
        return as(TestTokens.reviewed(SUBMITTER, "careful-2", Set.of("policies:write", "submissions:review"), Set.of()));
    }

    static RequestSpecification otherSubmitter() {
        return as(TestTokens.reviewed("Other Coalition", "other-1", Set.of("policies:write"), Set.of("MN", "WI")));
    }

    static RequestSpecification reviewer() {
        return as(TestTokens.reviewer(REVIEWER, Set.of("MN")));
    }

    static RequestSpecification reviewerElsewhere() {
        return as(TestTokens.reviewer("Board of Texas", Set.of("TX")));
    }

    static RequestSpecification admin() {
        return as(TestTokens.admin());
    }

    static RequestSpecification anybody() {
        return as(TestTokens.anonymous());
    }

    static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** Submits a new record of a county; the submission's address. */
    static String submitted(String fips, String title) {
        return submitter().body(Said.holds(title)).post("/v1/counties/" + fips + "/policies").then().statusCode(202).extract()
                .header("Location");
    }

    /** Records a policy of a county at once; its address. */
    static String recorded(String fips, String title) {
        return admin().body(Said.holds(title)).post("/v1/counties/" + fips + "/policies").then().statusCode(201).extract()
                .header("Location");
    }

    static ValidatableResponse decide(RequestSpecification who, String submission, String decision, String note) {
        return who.body("{ \"note\": " + (note == null ? "null" : '"' + note + '"') + " }").post(submission + "/" + decision)
                .then();
    }
}
