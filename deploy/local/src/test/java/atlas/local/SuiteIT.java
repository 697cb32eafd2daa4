package atlas.local;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** The packaged suite with the report's data, seen through the gateway's address alone. */
class SuiteIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @RegisterExtension
    static final SharedSuite SHARED = SharedSuite.ofTheReport();

    private static RunningSuite suite;
    private static String address;

    @BeforeAll
    static void meet() throws IOException {
        suite = SHARED.running();
        address = suite.address();
    }

    @Test
    void tellsMontgomeryCountyOnTheDayOfTheReport() {
        read("/v1/counties/24031?as_of=2019-12-17").statusCode(200).contentType(ContentType.JSON)
                .body("fips", equalTo("24031")).body("name", equalTo("Montgomery County")).body("state", equalTo("MD"))
                .body("asOf", equalTo("2019-12-17")).body("knownAt", notNullValue()).body("rubric", equalTo("ilrc-2019"))
                .body("status", equalTo("ANALYZED")).body("score", equalTo(5)).body("documentedFactors", equalTo(3))
                .body("factors", hasSize(7))
                .body("factors.code", equalTo(List.of("NO_287G", "NO_DETENTION_CONTRACT", "LIMITS_ICE_HOLDS",
                        "LIMITS_ICE_NOTIFICATIONS", "LIMITS_ICE_INTERROGATIONS", "PROHIBITS_STATUS_INQUIRY",
                        "PROHIBITS_ASSISTANCE")))
                .body("factors[0].basis", equalTo("ASSUMED")).body("factors[0].protected", equalTo(true))
                .body("factors[2].basis", equalTo("COUNTY_POLICY")).body("factors[2].records", hasSize(1))
                .body("factors[2].sources[0].title", containsString("Growing the Resistance"))
                .body("factors[3].protected", equalTo(false));
    }

    @Test
    void tellsTheLawBehindACountyOfCaliforniaAndTheMandateOfTexas() {
        read("/v1/counties/06037?as_of=2019-12-17").statusCode(200).body("status", equalTo("ANALYZED"))
                .body("factors[2].basis", equalTo("STATE_LAW")).body("factors[2].laws", not(empty()))
                .body("factors[2].protected", equalTo(true));
        read("/v1/counties/48201?as_of=2019-12-17").statusCode(200).body("factors[2].basis", equalTo("STATE_LAW"))
                .body("factors[2].protected", equalTo(false)).body("factors[5].preempted", equalTo(true));
    }

    @Test
    void saysNothingOfACountyThatTheReportSaysNothingOf() {
        read("/v1/counties/56001").statusCode(200).body("status", equalTo("NO_INFORMATION")).body("score", nullValue())
                .body("documentedFactors", equalTo(0)).body("factors", hasSize(7))
                .body("factors.basis", everyItem(equalTo("ASSUMED")));
    }

    @Test
    void listsCountiesWithFiltersAndPages() {
        read("/v1/counties?limit=2").statusCode(200).body("total", equalTo(3142)).body("items", hasSize(2))
                .body("items[0].fips", equalTo("01001")).body("next", notNullValue());
        read("/v1/counties?state=CO&factor=LIMITS_ICE_HOLDS&protected=true&sort=-score&as_of=2019-12-17&limit=500")
                .statusCode(200)
                .body("total", equalTo(64)).body("items.state", everyItem(equalTo("CO"))).body("next", nullValue());
        read("/v1/counties?status=NO_INFORMATION&min_score=0").body("total", equalTo(0));
        read("/v1/counties?q=montgomery&state=MD").body("items.fips", equalTo(List.of("24031")));
    }

    @Test
    void showsLawsStatesAndRubrics() {
        String id = read("/v1/laws?state=TX").statusCode(200).body("items", not(empty())).extract().path("items[0].id");
        read("/v1/laws/" + id).statusCode(200).body("state", equalTo("TX")).body("sources", not(empty()));
        read("/v1/states/TX/laws").statusCode(200).body("items.state", everyItem(equalTo("TX")));
        read("/v1/states/TX?as_of=2019-12-17").statusCode(200).body("class", equalTo("ANTI_SANCTUARY")).body("counties",
                equalTo(254));
        read("/v1/states/CA?as_of=2019-12-17").statusCode(200).body("class", equalTo("SANCTUARY"));
        read("/v1/rubrics").statusCode(200).body("items.name", hasItem("ilrc-2019"));
    }

    @Test
    void computesWhatTheReportsDataTells() {
        read("/v1/statistics/policy-types?as_of=2019-12-17&split=basis").statusCode(200).body("counties", equalTo(3142))
                .body("analyzed", equalTo(775)).body("items", hasSize(7))
                .body("items.find { it.factor == 'LIMITS_ICE_HOLDS' }.byBasis.find { it.basis == 'STATE_LAW' }.protected",
                        equalTo(307));
        read("/v1/statistics/changes?from=2016-12-31&to=2019-12-17").statusCode(200).body("changed", equalTo(346))
                .body("documented.changed", equalTo(103)).body("byLaw[0].title", containsString("Illinois TRUST Act"));
        read("/v1/statistics/changes/counties?from=2016-12-31&to=2019-12-17&documented=true&limit=1")
                .body("total", equalTo(103)).body("items[0].factors", not(empty()));
        read("/v1/statistics/timeline?from=2016-12-31&to=2019-12-17&step=quarter").statusCode(200)
                .body("items", hasSize(13)).body("items[0].analyzed", equalTo(103)).body("items[-1].analyzed", equalTo(775));
        read("/v1/statistics/states?as_of=2020-01-01&binds=COUNTIES,MUNICIPALITIES&court_rulings=false")
                .body("immigrants.ratio", equalTo(1.68f));
        read("/v1/statistics/contract-endings?since=2017-01-01").body("byFactor.endings", equalTo(List.of(12, 15)));
        read("/v1/published-figures?table=policy-types").body("items", hasSize(7)).body("publishedAnalyzed", equalTo(2960))
                .body("analyzed", equalTo(766));
        read("/v1/frontier?as_of=2019-12-17").body("items", hasSize(6));
        read("/v1/counties/48201/next-steps?as_of=2019-12-17").body("steps[0].open", equalTo(false))
                .body("steps[0].closedBy[0].title", containsString("SB 4"));
        read("/v1/counties/06037?as_of=2019-12-17&rubric=ilrc-2019-partial-half").body("score", equalTo(5.5f));
    }

    @Test
    void triesALawOutForAnyone() {
        String law = """
                { "asOf": "2019-12-17", "laws": [{ "state": "TX",
                  "effects": [{ "factor": "LIMITS_ICE_NOTIFICATIONS", "effect": "REQUIRES" }] }] }""";
        given().contentType(ContentType.JSON).body(law).post(address + "/v1/simulations").then().statusCode(200)
                .body("changed", equalTo(254)).body("items", hasSize(254)).body("items[0].before.score", equalTo(2))
                .body("items[0].after.score", equalTo(3));
        refusal(given().contentType(ContentType.JSON).body(law.replace("TX", "Texas")).post(address + "/v1/simulations"), 400)
                .body("errors[0].pointer", equalTo("/laws/0/state"));

        read("/v1/counties/48201?as_of=2019-12-17").body("score", equalTo(2));
    }

    @Test
    void bringsARecordToTheScoreAndKeepsWhatWasSaidBefore() throws IOException {
        Response created = write("admin").header("Idempotency-Key", "e2e-1").body(said("Order on detainers"))
                .post(address + "/v1/counties/24033/policies");
        created.then().statusCode(201).header("Location", startsWith("/v1/policies/")).header("ETag", "\"1\"");
        String id = created.path("id");

        await().atMost(SOON).untilAsserted(() -> read("/v1/counties/24033").body("score", equalTo(3))
                .body("factors[2].records", equalTo(List.of(id))).body("factors[2].basis", equalTo("COUNTY_POLICY")));
        write("admin").header("Idempotency-Key", "e2e-1").body(said("Order on detainers"))
                .post(address + "/v1/counties/24033/policies")
                .then().statusCode(201).body("id", equalTo(id));
        read("/v1/counties/24033/policies").body("total", equalTo(1));

        String knownAt = created.path("recordedAt");
        String entangled = said("Order on detainers").replace("PROTECTIVE", "ENTANGLED").replaceFirst("\\{",
                "{ \"reason\": \"misread\",");
        write("admin").header("If-Match", "\"1\"").body(entangled).put(address + "/v1/policies/" + id).then().statusCode(200)
                .header("ETag", "\"2\"");

        await().atMost(SOON).untilAsserted(() -> read("/v1/counties/24033").body("score", equalTo(2)));
        given().queryParam("known_at", knownAt).get(address + "/v1/counties/24033").then().body("score", equalTo(3));
        read("/v1/counties/24033/history").statusCode(200).body("items", not(empty()));

        write("admin").header("If-Match", "\"2\"").queryParam("reason", "a try-out").delete(address + "/v1/policies/" + id)
                .then()
                .statusCode(200);
        await().atMost(SOON).untilAsserted(() -> read("/v1/counties/24033").body("status", equalTo("NO_INFORMATION")));
        read("/v1/policies/" + id).statusCode(200).body("withdrawn", equalTo(true)).body("versions", hasSize(3));
    }

    /** What caches may keep for an hour must not change by a write. */
    @Test
    void saysTheSameOnBothClocksWhateverIsWrittenSince() throws IOException {
        Response created = write("admin").body(said("Order of the sheriff")).post(address + "/v1/counties/24035/policies");
        String id = created.then().statusCode(201).extract().path("id");
        await().atMost(SOON).untilAsserted(() -> read("/v1/counties/24035").body("score", equalTo(3)));
        String law = given().get(address + "/v1/laws?limit=1").path("items[0].id");
        PinnedReads pinned = new PinnedReads(address, created.path("recordedAt"), Map.of("{fips}", "24035", "{code}", "MD",
                "/policies/{id}", "/policies/" + id, "/laws/{id}", "/laws/" + law));
        assertTrue(pinned.size() > 15, "reads with both clocks: " + pinned.size());
        Map<String, String> before = pinned.answers();

        String entangled = said("Order of the sheriff").replace("PROTECTIVE", "ENTANGLED").replaceFirst("\\{",
                "{ \"reason\": \"misread\",");
        write("admin").header("If-Match", "\"1\"").body(entangled).put(address + "/v1/policies/" + id).then().statusCode(200);
        await().atMost(SOON).untilAsserted(() -> read("/v1/counties/24035").body("score", equalTo(2)));

        assertEquals(before, pinned.answers());
        write("admin").header("If-Match", "\"2\"").queryParam("reason", "a try-out").delete(address + "/v1/policies/" + id)
                .then()
                .statusCode(200);
        await().atMost(SOON).untilAsserted(() -> read("/v1/counties/24035").body("status", equalTo("NO_INFORMATION")));
        assertEquals(before, pinned.answers());
    }

    @Test
    void letsAReviewedPartnersWriteWaitUntilItIsApproved() throws IOException {
        Response submitted = write("partner-reviewed").body(said("Order to be reviewed"))
                .post(address + "/v1/counties/24037/policies");
        submitted.then().statusCode(202).header("Location", startsWith("/v1/policy-submissions/"));
        String submission = address + submitted.header("Location");
        read("/v1/counties/24037").body("status", equalTo("NO_INFORMATION"));
        refusal(write("partner-reviewed").body("{}").post(submission + "/approve"), 403);

        String record = write("reviewer").body("{ \"note\": \"checked\" }").post(submission + "/approve").then().statusCode(200)
                .body("status", equalTo("APPROVED")).extract().path("result");

        await().atMost(SOON).untilAsserted(() -> read("/v1/counties/24037").body("score", equalTo(3))
                .body("factors[2].records", equalTo(List.of(record))));
        read("/v1/policies/" + record).body("recordedBy", containsString("Reviewed")).body("approvedBy",
                equalTo("Demo Reviewers"));
        write("admin").get(address + "/v1/audit/policies?subject=" + record).then().statusCode(200).body("total", equalTo(1));
        write("admin").header("If-Match", "\"1\"").queryParam("reason", "a try-out").delete(address + "/v1/policies/" + record)
                .then().statusCode(200);
    }

    @Test
    void hasOneQueueForReviewersAndOneAuditForAdministrators() throws IOException {
        RequestSpecification partner = reviewedPartner("TwoKinds");
        String policy = given().spec(partner).body(said("Of New Castle")).post(address + "/v1/counties/10003/policies").then()
                .statusCode(202).extract().path("id");
        String law = given().spec(partner).body("""
                { "state": "DE", "title": "A law to be reviewed", "instrument": "STATUTE", "direction": "OTHER",
                  "binds": ["STATE_AGENCIES"], "effectiveFrom": "2020-01-01", "sources": [{ "title": "Session laws" }] }""")
                .post(address + "/v1/laws").then().statusCode(202).extract().path("id");
        String queue = address + "/v1/submissions?organisation=TwoKinds";

        write("reviewer").get(queue).then().statusCode(200).body("total", equalTo(2))
                .body("items.id", equalTo(List.of(policy, law))).body("items.kind", equalTo(List.of("POLICY", "LAW")));
        given().spec(partner).get(address + "/v1/submissions").then().statusCode(200).body("items.id",
                equalTo(List.of(policy, law)));
        Response first = write("reviewer").get(queue + "&limit=1");
        write("reviewer").get(queue + "&limit=1&cursor=" + first.path("next")).then().body("items.id", equalTo(List.of(law)));
        refusal(given().spec(partner).body("{}").post(address + "/v1/submissions/" + policy + "/approve"), 403);
        String record = approved(policy);
        String recordedLaw = approved(law);

        refusal(write("reviewer").post(address + "/v1/submissions/" + law + "/approve"), 409);
        refusal(write("reviewer").get(address + "/v1/submissions/0197a000-0000-7000-8000-000000000001"), 404);
        read("/v1/policies/" + record).statusCode(200).body("recordedBy", equalTo("TwoKinds"));
        read("/v1/laws/" + recordedLaw).statusCode(200).body("approvedBy", equalTo("Demo Reviewers"));
        write("admin").get(address + "/v1/audit?organisation=TwoKinds").then().statusCode(200)
                .body("items.of", equalTo(List.of("laws", "policies", "laws", "policies"))).body("total", equalTo(4))
                .body("items.action", equalTo(List.of("law.added", "policy.added", "submission.submitted",
                        "submission.submitted")));
        write("admin").get(address + "/v1/audit?of=partners&action=key.given&limit=1").then().statusCode(200)
                .body("items[0].after.name", equalTo("both"));
        await().atMost(SOON).untilAsserted(() -> write("admin").get(address + "/v1/audit/verification").then().statusCode(200)
                .body("ok", equalTo(true)).body("partners.waiting", equalTo(0)).body("partners.rows", greaterThan(1)));
        withdraw("/v1/policies/" + record);
        withdraw("/v1/laws/" + recordedLaw);
    }

    @Test
    void givesPartnersKeysThatAllowWhatTheyMay() throws IOException {
        String partner = write("admin").body("""
                { "name": "Partner of Delaware", "review": "TRUSTED", "scopes": ["policies:write"], "states": ["DE"] }""")
                .post(address + "/v1/partners").then().statusCode(201).extract().path("id");
        Response given = write("admin").body("{ \"name\": \"nightly\" }").post(address + "/v1/partners/" + partner + "/keys");
        String key = given.then().statusCode(201).extract().path("key");
        RequestSpecification asPartner = given().header("Authorization", "Bearer " + key).contentType(ContentType.JSON);

        String record = given().spec(asPartner).body(said("Of Kent")).post(address + "/v1/counties/10001/policies").then()
                .statusCode(201).extract().path("id");
        given().spec(asPartner).header("If-Match", "\"1\"").queryParam("reason", "a try-out")
                .delete(address + "/v1/policies/" + record).then().statusCode(200);
        refusal(given().spec(asPartner).body(said("Of Montgomery")).post(address + "/v1/counties/24031/policies"), 403);
        write("admin").delete(address + "/v1/keys/" + given.<String> path("id")).then().statusCode(200);
        refusal(given().spec(asPartner).body(said("Too late")).post(address + "/v1/counties/10001/policies"), 401);
    }

    @Test
    void bringsAStatesLawToAllItsCounties() throws IOException {
        String law = """
                { "state": "WY", "title": "A law", "instrument": "STATUTE", "direction": "SANCTUARY", "binds": ["COUNTIES"],
                  "effectiveFrom": "2020-01-01", "effects": [{ "factor": "PROHIBITS_STATUS_INQUIRY", "effect": "REQUIRES" }],
                  "sources": [{ "title": "Session laws" }] }""";
        Response created = write("admin").body(law).post(address + "/v1/laws");
        created.then().statusCode(201).header("ETag", "\"1\"");
        String at = address + created.header("Location");

        await().atMost(SOON).untilAsserted(
                () -> read("/v1/counties?state=WY&factor=PROHIBITS_STATUS_INQUIRY&protected=true").body("total", equalTo(23)));
        String enjoined = law.replaceFirst("\\{", "{ \"reason\": \"a court stopped it\",").replace("\"sources\"",
                "\"courtHistory\": [{ \"date\": \"2021-01-01\", \"status\": \"ENJOINED\" }], \"sources\"");
        write("admin").header("If-Match", "\"1\"").body(enjoined).put(at).then().statusCode(200);
        await().atMost(SOON).untilAsserted(
                () -> read("/v1/counties?state=WY&status=ANALYZED").body("total", equalTo(0)));
        read("/v1/counties?state=WY&status=ANALYZED&as_of=2020-12-31").body("total", equalTo(23));
        write("admin").header("If-Match", "\"2\"").queryParam("reason", "a try-out").delete(at).then().statusCode(200);
    }

    @Test
    void refusesWhatItMustAndSaysWhy() throws IOException {
        String address = SuiteIT.address;
        refusal(given().contentType(ContentType.JSON).body(said("x")).post(address + "/v1/counties/24031/policies"), 401);
        refusal(write("partner-md").body(said("x")).post(address + "/v1/counties/48201/policies"), 403);
        refusal(write("admin").body(said("x")).post(address + "/v1/counties/99999/policies"), 404);
        refusal(write("admin").body(said("x").replace("2019-07-22", "5025-01-01"))
                .post(address + "/v1/counties/24031/policies"), 400)
                .body("errors[0].field", equalTo("effectiveFrom")).body("errors[0].pointer", equalTo("/effectiveFrom"));
        refusal(given().get(address + "/v1/counties/99999"), 404);
        refusal(given().get(address + "/v1/counties/2403"), 400);
        refusal(given().get(address + "/v1/counties?stat=MD"), 400).body("errors[0].field", equalTo("stat"))
                .body("errors[0].message", containsString("state"));
        refusal(given().get(address + "/v1/counties/24031?as_of=2019-02-30"), 400).body("errors[0].field", equalTo("as_of"));
        refusal(given().get(address + "/v1/nowhere"), 404);
        refusal(given().delete(address + "/v1/counties/24031"), 405);
        refusal(given().header("Authorization", "Bearer atlas_nonsense").get(address + "/v1/counties"), 401);

        Response created = write("partner-md").body(said("Guarded")).post(address + "/v1/counties/24035/policies");
        String at = address + created.header("Location");
        refusal(write("partner-md").queryParam("reason", "why").delete(at), 428);
        refusal(write("partner-md").header("If-Match", "\"9\"").queryParam("reason", "why").delete(at), 412);
        refusal(write("partner-tx").header("If-Match", "\"1\"").queryParam("reason", "why").delete(at), 403);
        write("partner-md").header("If-Match", "\"1\"").queryParam("reason", "a try-out").delete(at).then().statusCode(200);
    }

    @Test
    void answers304WhileNothingChanged() {
        String tag = read("/v1/counties/06037?as_of=2019-12-17").header("ETag", startsWith("\"")).extract().header("ETag");

        given().header("If-None-Match", tag).get(address + "/v1/counties/06037?as_of=2019-12-17").then().statusCode(304)
                .header("ETag", tag);
    }

    @Test
    void givesEachListInEveryForm() throws IOException {
        FormsWalk walk = new FormsWalk(address);
        walk.comparesCsvWithJson();
        walk.comparesLinesWithItems();
        walk.comparesMapWithItems();
        walk.drawsTheNationInSmallFiles();
        walk.knowsAgainWhatWasShortened();
        String record = write("admin").body(said(FormsWalk.FORMULA)).post(address + "/v1/counties/24009/policies").then()
                .statusCode(201).extract().path("id");
        walk.defusesFormulas("/v1/counties/24009/policies");
        withdraw("/v1/policies/" + record);
    }

    @Test
    void resolvesOtherCodesAndSaysSo() {
        read("/v1/counties/46113").statusCode(200).body("fips", equalTo("46102")).body("requestedFips", equalTo("46113"));
        given().redirects().follow(false).get(address + "/v1/counties/09110").then().statusCode(300)
                .body("counties.fips", hasItem("09003"));
    }

    @Test
    void publishesOneDocumentAndItsPage() {
        read("/openapi").statusCode(200).body("openapi", startsWith("3.1"))
                .body("paths.keySet()", hasItem("/v1/counties/{fips}"))
                .body("paths.keySet()", hasItem("/v1/laws/{id}")).body("paths.keySet()", hasItem("/v1/policies/{id}"));
        given().get(address + "/docs").then().statusCode(200).contentType(ContentType.HTML);
    }

    @Test
    void keepsItsTopicsToThePublishedContract() throws IOException, InterruptedException, ExecutionException {
        new ContractScenario(suite).run();
    }

    @Test
    void answersFiveCallsOfAClientThatIsGeneratedFromItsDocument(@TempDir Path folder)
            throws IOException, InterruptedException {
        GeneratedClient client = GeneratedClient.of(read("/openapi").statusCode(200).extract().asString(), folder);
        client.compileWith("FiveCalls");

        List<String> said = client.run("FiveCalls", address, suite.key("admin"));

        assertEquals(6, said.size(), said::toString);
        assertTrue(said.get(5).contains("LIMITS_ICE_TRANSPORT rests on TRIBAL_COMPACT"), said::toString);
    }

    @Test
    void tellsHowEachProcessIs() throws IOException, InterruptedException {
        RunningSuite.StatusAnswer status = suite.askStatus();

        assertEquals(0, status.exitCode(), status.body().toString());
        assertTrue(suite.pids().size() >= 6, status.body().toString());
        assertTrue(suite.output().stream().anyMatch(line -> line.contains("partner-md")), "the demo keys are shown");
        read("/v1/counties?status=ANALYZED&as_of=2019-12-17").body("total", greaterThan(700));
    }

    private static ValidatableResponse read(String path) {
        return given().get(address + path).then();
    }

    private static ValidatableResponse refusal(Response response, int status) {
        return response.then().statusCode(status).contentType("application/problem+json").body("status", equalTo(status))
                .body("type", startsWith("/problems/")).body("requestId", notNullValue());
    }

    private static RequestSpecification write(String role) throws IOException {
        return given().header("Authorization", "Bearer " + suite.key(role)).contentType(ContentType.JSON);
    }

    /** With a key for all of Delaware. */
    private static RequestSpecification reviewedPartner(String name) throws IOException {
        String partner = write("admin").body("""
                { "name": "%s", "review": "REVIEWED", "scopes": ["policies:write", "laws:write"], "states": ["DE"] }"""
                .formatted(name)).post(address + "/v1/partners").then().statusCode(201).extract().path("id");
        String key = write("admin").body("{ \"name\": \"both\" }").post(address + "/v1/partners/" + partner + "/keys").then()
                .statusCode(201).extract().path("key");
        return given().header("Authorization", "Bearer " + key).contentType(ContentType.JSON);
    }

    /** The record that the approval of the submission made. */
    private static String approved(String submission) throws IOException {
        return write("reviewer").body("{ \"note\": \"checked\" }").post(address + "/v1/submissions/" + submission + "/approve")
                .then().statusCode(200).body("status", equalTo("APPROVED")).extract().path("result");
    }

    private static void withdraw(String record) throws IOException {
        write("admin").header("If-Match", "\"1\"").queryParam("reason", "a try-out").delete(address + record).then()
                .statusCode(200);
    }

    private static String said(String title) {
        return """
                { "factor": "LIMITS_ICE_HOLDS", "stance": "PROTECTIVE", "scope": "COUNTY", "instrument": "EXECUTIVE_ORDER",
                  "title": "%s", "effectiveFrom": "2019-07-22", "sources": [{ "title": "County register" }] }"""
                .formatted(title);
    }
}
