package atlas.county;

import static atlas.county.Reviews.admin;
import static atlas.county.Reviews.anybody;
import static atlas.county.Reviews.as;
import static atlas.county.Reviews.decide;
import static atlas.county.Reviews.reviewer;
import static atlas.county.Reviews.submitter;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import atlas.service.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Many records in one request: all or nothing, or each for itself. */
@QuarkusTest
@CountyServers
class PolicyBatchTest {

    @Inject
    Tables tables;

    private long records;
    private long audits;
    private long events;

    @BeforeEach
    void count() throws SQLException {
        records = tables.count("policy_version");
        audits = tables.count("audit");
        events = tables.count("outbox");
    }

    @Test
    void recordsAllOfThemInOrder() throws SQLException {
        String agency = Said.with("scope", "\"STATE_AGENCY\"").replace("\"effectiveTo\"",
                "\"agency\": \"State Police\", \"effectiveTo\"");

        send(admin(), "atomic", at("16001", "First"), at("16003", "Second"), in("ID", agency)).statusCode(200)
                .body("results.index", equalTo(List.of(0, 1, 2))).body("results.status", everyItem(equalTo(201)))
                .body("results.record.title", equalTo(List.of("First", "Second", "A title")))
                .body("results[0].record.county", equalTo("16001")).body("results[0].record.state", equalTo("ID"))
                .body("results[2].record.county", equalTo(null)).body("results[0]", not(hasKey("problem")));

        assertNews(3);
        anybody().get("/v1/counties/16001/policies").then().body("items.title", equalTo(List.of("First")));
    }

    @Test
    void recordsNothingWhenOneOfAllIsBadAndNamesEveryError() throws SQLException {
        send(admin(), "atomic", at("16005", "Good"), at("16005", " "), at("99999", "Nowhere"), at("09110", "Several"),
                at("16005", "Wrong").replace("\"stance\": \"PROTECTIVE\"", "\"stance\": \"KIND\""), "7",
                Said.holds("No place"), at("16005", "Unknown field").replaceFirst("\"title\"", "\"other\": 1, \"title\""),
                at("1600", "Short"), in("Idaho", Said.holds("No code")))
                .statusCode(422).contentType("application/problem+json").body("detail", containsString("9 of 10"))
                .body("errors.pointer", equalTo(List.of("/items/1/title", "/items/2/county", "/items/3/county",
                        "/items/4/stance", "/items/5", "/items/6/county", "/items/7/other", "/items/8/county",
                        "/items/9/state")))
                .body("errors[0].field", equalTo("items[1].title"))
                .body("errors[2].message", containsString("09003"));

        assertNews(0);
    }

    @Test
    void keepsEveryGoodOneWhenEachIsForItself() throws SQLException {
        send(admin(), "each", at("16007", "Good"), at("16007", " "), at("99999", "Nowhere"), at("16007", "Good, too"))
                .statusCode(200).body("results.status", equalTo(List.of(201, 400, 404, 201)))
                .body("results.index", equalTo(List.of(0, 1, 2, 3)))
                .body("results[1].problem.type", equalTo("/problems/invalid-input"))
                .body("results[1].problem.errors[0].pointer", equalTo("/items/1/title"))
                .body("results[1]", not(hasKey("record"))).body("results[2].problem.status", equalTo(404));

        assertNews(2);
        anybody().get("/v1/counties/16007/policies").then().body("items.title", equalTo(List.of("Good", "Good, too")));
    }

    @Test
    void looksAtTheJurisdictionOfEachItem() throws SQLException {
        RequestSpecification ofIdaho = as(TestTokens.partner(Set.of("policies:write"), Set.of(), Set.of("16009")));
        send(ofIdaho, "each", at("16009", "Own"), at("16011", "Other county"), at("48201", "Other state"),
                in("ID", Said.with("scope", "\"CITY\"").replace("\"effectiveTo\"", "\"agency\": \"Boise\", \"effectiveTo\"")))
                .statusCode(200).body("results.status", equalTo(List.of(201, 403, 403, 403)))
                .body("results[1].problem.detail", containsString("16011"));

        send(as(TestTokens.partner(Set.of("policies:write"), Set.of(), Set.of("16009"))), "atomic", at("16009", "Own"),
                at("16011", "Other county")).statusCode(422).body("errors.pointer", equalTo(List.of("/items/1/county")));
        assertNews(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = { "mode | {\"items\": [{}]}",
            "mode | {\"mode\": \"some\", \"items\": [{}]}",
            "items | {\"mode\": \"each\"}", "items | {\"mode\": \"each\", \"items\": []}",
            "items | {\"mode\": \"each\", \"items\": {}}", "more | {\"mode\": \"each\", \"items\": [{}], \"more\": 1}" })
    void refusesABatchThatIsNone(String field, String body) {
        admin().urlEncodingEnabled(false).body(body).post("/v1/policies:batch").then().statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", equalTo(List.of(field)));
    }

    @Test
    void takesAThousandAndNoMore() throws SQLException {
        String[] thousand = IntStream.range(0, 1_000).mapToObj(i -> at("160" + (13 + 2 * (i % 10)), "Number " + i))
                .toArray(String[]::new);

        send(admin(), "atomic", thousand).statusCode(200).body("results", hasSize(1_000))
                .body("results.status", everyItem(equalTo(201))).body("results[999].record.title", equalTo("Number 999"));
        assertNews(1_000);

        admin().urlEncodingEnabled(false)
                .body("{\"mode\": \"each\", \"items\": [" + String.join(",", Collections.nCopies(1_001, "{}")) + "]}")
                .post("/v1/policies:batch").then().statusCode(400).body("errors[0].field", equalTo("items"));
    }

    @Test
    void answersARepeatedBatchTheSameAndRecordsOnce() throws SQLException {
        String[] items = { at("16035", "Once"), at("16035", " ") };
        String first = send(admin().header("Idempotency-Key", "batch-1"), "each", items).statusCode(200).extract().asString();

        assertEquals(first,
                send(admin().header("Idempotency-Key", "batch-1"), "each", items).statusCode(200).extract().asString());
        send(admin().header("Idempotency-Key", "batch-1"), "atomic", items).statusCode(422);
        assertNews(1);
    }

    @Test
    void submitsEachItemOfAPartnerThatIsReviewed() throws SQLException {
        send(submitter(), "atomic", at("27007", "All")).statusCode(400).body("errors[0].field", equalTo("mode"));
        String submission = send(submitter(), "each", at("27007", "Good"), at("27007", " "), at("48201", "Elsewhere"))
                .statusCode(200).body("results.status", equalTo(List.of(202, 400, 403)))
                .body("results[0].submission", hasEntry("status", "PENDING")).body("results[0]", not(hasKey("record")))
                .extract().path("results[0].submission.id");
        assertEquals(records, tables.count("policy_version"));

        decide(reviewer(), "/v1/policy-submissions/" + submission, "approve", null).statusCode(200);
        anybody().get("/v1/counties/27007/policies").then().body("items.title", hasItem("Good"));
    }

    @Test
    void neverWaitsInACircle() {
        List<String> there = List.of("16037", "16039", "16041", "16043", "16045", "16047");
        List<String> back = there.stream().sorted(Collections.reverseOrder()).toList();
        List<CompletableFuture<Integer>> sent = IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> send(admin(), "atomic", (i % 2 == 0 ? there : back).stream()
                        .map(fips -> at(fips, "From both ends")).toArray(String[]::new)).extract().statusCode()))
                .toList();

        assertEquals(Map.of(200, 12L), sent.stream().map(CompletableFuture::join)
                .collect(Collectors.groupingBy(status -> status, Collectors.counting())));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({ "submitter, 202, 403", "reviewer, 403, 403", "admin, 201, 201", "anybody, 403, 403", "nobody, 401, 401",
            "ownCounty, 201, 403", "ownState, 201, 403", "otherState, 403, 201" })
    void takesBatchesOf(String caller, int inMinnesota, int inTexas) {
        assertEquals(List.of(inMinnesota, inTexas), List.of(status(caller, "27009"), status(caller, "48003")));
    }

    private static int status(String caller, String fips) {
        Set<String> writes = Set.of("policies:write");
        RequestSpecification who = switch (caller) {
            case "submitter" -> submitter();
            case "reviewer" -> reviewer();
            case "admin" -> admin();
            case "anybody" -> anybody();
            case "nobody" -> RestAssured.given().contentType(ContentType.JSON);
            case "ownCounty" -> as(TestTokens.partner(writes, Set.of(), Set.of("27009")));
            case "ownState" -> as(TestTokens.partner(writes, Set.of("MN"), Set.of()));
            default -> as(TestTokens.partner(writes, Set.of("TX"), Set.of()));
        };
        ValidatableResponse answer = send(who, "each", at(fips, "By " + caller));
        int status = answer.extract().statusCode();
        return status == 200 ? answer.extract().path("results[0].status") : status;
    }

    private void assertNews(long more) throws SQLException {
        assertEquals(more, tables.count("policy_version") - records, "records");
        assertEquals(more, tables.count("audit") - audits, "audit entries");
        assertEquals(more, tables.count("outbox") - events, "events");
    }

    private static ValidatableResponse send(RequestSpecification who, String mode, String... items) {
        return who.urlEncodingEnabled(false)
                .body("{ \"mode\": \"" + mode + "\", \"items\": [" + String.join(",", items) + "] }")
                .post("/v1/policies:batch").then();
    }

    private static String at(String county, String title) {
        return Said.holds(title).replaceFirst("\\{", "{ \"county\": \"" + county + "\",");
    }

    private static String in(String state, String said) {
        return said.replaceFirst("\\{", "{ \"state\": \"" + state + "\",");
    }
}
