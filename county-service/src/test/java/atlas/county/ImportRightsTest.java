package atlas.county;

import java.util.Set;

import org.junit.jupiter.api.Test;

import atlas.service.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Who may steer and confirm imports, and say how names are read. */
@QuarkusTest
@CountyServers
class ImportRightsTest {

    private static final String FILE = Imports.HEADER + Imports.line("24011", "Not to be taken at once");
    private static final Set<String> REVIEW = Set.of("submissions:review");
    private static final String NAME = "{ \"state\": \"MD\", \"name\": \"Carolin County\", \"fips\": \"24011\" }";

    @Test
    void letsAReviewerSeeTheImportsOfOthersAndCancelNone() {
        String reviewer = TestTokens.partnerOf("Reviewers", Set.of("policies:write", "submissions:review"));
        String location = Imports.taken(send(TestTokens.admin(), true));
        Imports.done(location);

        Imports.as(reviewer).get(location).then().statusCode(200);
        Imports.as(reviewer).post(location + "/cancel").then().statusCode(403);
        Imports.stranger().post(location + "/cancel").then().statusCode(404);
        Imports.writer().post(location + "/cancel").then().statusCode(409);
    }

    @Test
    void letsAListBeConfirmedWithoutLimitsOfPlaceOnly() {
        String location = Imports.taken(send(TestTokens.admin(), true));
        Imports.done(location);

        Imports.as(TestTokens.partner(REVIEW, Set.of("MD"), Set.of())).post(location + "/confirm").then().statusCode(403);
        Imports.as(TestTokens.partner(REVIEW, Set.of(), Set.of())).post(location + "/confirm").then().statusCode(409);
    }

    @Test
    void letsNamesBeAssignedByWhoReachesTheState() {
        assign(Set.of("TX"), Set.of()).statusCode(403);
        assign(Set.of(), Set.of("24011")).statusCode(403);
        assign(Set.of("MD"), Set.of()).statusCode(200);

        forget(Set.of("TX"), Set.of()).statusCode(403);
        forget(Set.of(), Set.of("24011")).statusCode(403);
        forget(Set.of("MD"), Set.of()).statusCode(204);
    }

    private static ValidatableResponse send(String token, boolean dryRun) {
        return Imports.as(token).contentType(Imports.CSV).queryParam("dry_run", dryRun).body(FILE).post("/v1/imports").then();
    }

    private static ValidatableResponse assign(Set<String> states, Set<String> counties) {
        return Imports.as(TestTokens.partner(REVIEW, states, counties)).contentType(Imports.JSON).body(NAME)
                .put("/v1/imports/county-aliases").then();
    }

    private static ValidatableResponse forget(Set<String> states, Set<String> counties) {
        return Imports.as(TestTokens.partner(REVIEW, states, counties)).queryParam("state", "MD")
                .queryParam("name", "Carolin County").delete("/v1/imports/county-aliases").then();
    }
}
