package atlas.county;

import static atlas.county.Reviews.recorded;
import static atlas.county.Reviews.submitted;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.function.Supplier;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** Every route of submissions, and everyone who might ask. */
@QuarkusTest
@CountyServers
class SubmissionRightsTest {

    private static final String HENNEPIN = "27053";
    private static final Map<String, Supplier<RequestSpecification>> CALLERS = Map.of(
            "submitter", Reviews::submitter, "submitterAsReviewer", Reviews::submitterAsReviewer,
            "otherSubmitter", Reviews::otherSubmitter, "reviewer", Reviews::reviewer,
            "reviewerElsewhere", Reviews::reviewerElsewhere, "admin", Reviews::admin, "anybody", Reviews::anybody,
            "nobody", () -> RestAssured.given().contentType(ContentType.JSON));

    /** A submission of Hennepin County, Minnesota, that waits. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
            "approve, submitter 403, submitterAsReviewer 403, otherSubmitter 403, reviewer 200, reviewerElsewhere 404, admin 200, anybody 403, nobody 401",
            "reject, submitter 403, submitterAsReviewer 403, otherSubmitter 403, reviewer 200, reviewerElsewhere 404, admin 200, anybody 403, nobody 401",
            "request-changes, submitter 403, submitterAsReviewer 403, otherSubmitter 403, reviewer 200, reviewerElsewhere 404, admin 200, anybody 403, nobody 401",
            "PUT, submitter 200, submitterAsReviewer 200, otherSubmitter 404, reviewer 403, reviewerElsewhere 403, admin 403, anybody 403, nobody 401",
            "DELETE, submitter 200, submitterAsReviewer 200, otherSubmitter 404, reviewer 403, reviewerElsewhere 403, admin 403, anybody 403, nobody 401",
            "GET, submitter 200, submitterAsReviewer 200, otherSubmitter 404, reviewer 200, reviewerElsewhere 404, admin 200, anybody 403, nobody 401",
            "list, submitter 200, submitterAsReviewer 200, otherSubmitter 200, reviewer 200, reviewerElsewhere 200, admin 200, anybody 403, nobody 401" })
    void letsIn(String route, String first, String second, String third, String fourth, String fifth, String sixth,
            String seventh, String eighth) {
        for (String expected : new String[] { first, second, third, fourth, fifth, sixth, seventh, eighth }) {
            String[] parts = expected.split(" ");
            assertEquals(Integer.parseInt(parts[1]), ask(CALLERS.get(parts[0]).get(), route), parts[0] + " on " + route);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({ "submitter, 202, 202, 403", "submitterAsReviewer, 202, 202, 202", "reviewer, 403, 403, 403",
            "reviewerElsewhere, 403, 403, 403", "admin, 201, 200, 201", "anybody, 403, 403, 403", "nobody, 401, 401, 401" })
    void takesWrites(String caller, int adds, int corrects, int addsInAnotherState) {
        Supplier<RequestSpecification> who = CALLERS.get(caller);
        String record = recorded(HENNEPIN, "Of " + caller);

        assertEquals(adds, status(who.get().body(Said.holds("By " + caller)), "POST", "/v1/counties/27053/policies"));
        assertEquals(corrects, status(who.get().header("If-Match", "\"1\"").body(Said.because("why", Said.holds("Again"))),
                "PUT", record));
        assertEquals(corrects == 200 ? 412 : corrects,
                status(who.get().header("If-Match", "\"1\"").queryParam("reason", "why"), "DELETE", record));
        assertEquals(addsInAnotherState, status(who.get().body(Said.holds("TX")), "POST", "/v1/counties/48201/policies"));
    }

    private static int ask(RequestSpecification who, String route) {
        String submission = submitted(HENNEPIN, "Asked for");
        return switch (route) {
            case "GET" -> status(who, "GET", submission);
            case "list" -> status(who, "GET", "/v1/policy-submissions");
            case "PUT" -> {
                Reviews.decide(Reviews.admin(), submission, "request-changes", "more").statusCode(200);
                yield status(who.body(Said.holds("Changed")), "PUT", submission);
            }
            case "DELETE" -> status(who, "DELETE", submission);
            default -> status(who.body("{ \"note\": \"why\" }"), "POST", submission + "/" + route);
        };
    }

    private static int status(RequestSpecification request, String method, String path) {
        return request.request(method, path).statusCode();
    }
}
