package atlas.local;

import static atlas.local.Targets.because;
import static atlas.local.Targets.read;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import atlas.local.WriteRoutes.Route;
import io.restassured.response.Response;

/** Who may write what: every write route of the published document, and everyone who might try, against the real suite. */
class AuthorisationMatrixIT {

    private static final Set<String> READS = Set.of("get", "head", "options", "trace", "parameters", "summary", "description",
            "servers");

    @RegisterExtension
    static final SharedSuite SHARED = SharedSuite.empty();

    private static RunningSuite suite;
    private static String address;
    private static Callers callers;
    private static Targets targets;

    @BeforeAll
    static void meet() throws IOException {
        suite = SHARED.running();
        address = suite.address();
        callers = Callers.of(address, suite.key("admin"));
        targets = new Targets(callers, suite.bootstrap());
    }

    @Test
    void knowsEveryWriteRoute() {
        Map<String, Map<String, ?>> paths = given().get(address + "/openapi").then().statusCode(200).extract().path("paths");
        Set<String> documented = new TreeSet<>();
        paths.forEach((path, operations) -> operations.keySet().stream().filter(method -> !READS.contains(method))
                .forEach(method -> documented.add(method.toUpperCase() + " " + path)));

        Set<String> known = WriteRoutes.all().stream().map(Route::documented).collect(Collectors.toSet());
        assertEquals(Set.of(), without(documented, known), "write routes of the document that have no row in WriteRoutes");
        assertEquals(Set.of(), without(known, documented), "rows of WriteRoutes that are no write route of the document");
    }

    @Test
    void letsInWhoMayWriteAndNobodyElse() {
        List<String> wrong = new Matrix(callers, targets).wrong(WriteRoutes.all());

        assertTrue(wrong.isEmpty(), () -> "\n" + String.join("\n", wrong));
    }

    @Test
    void takesOfABatchOnlyTheItemsOfItsPlaces() {
        String items = List.of("\"county\": \"24031\"", "\"county\": \"24033\"", "\"state\": \"MD\"", "\"county\": \"48201\"",
                "\"county\": \"24031\", \"state\": \"MD\"", "\"county\": \"24031\"").stream()
                .map(place -> (place.startsWith("\"state") ? Targets.statePolicy(targets.title())
                        : Targets.policy(targets.title())).replaceFirst("\\{", "{ " + place + ","))
                .collect(Collectors.joining(","));
        int recorded = total("/v1/policies?include=history");
        int audited = total("/v1/audit/policies");

        callers.send("county", Ask.post("/v1/policies:batch", "{ \"mode\": \"atomic\", \"items\": [" + items + "] }")).then()
                .statusCode(422).body("errors.pointer", hasItem("/items/1/county"))
                .body("errors.pointer", hasItem("/items/2/state")).body("errors.pointer", hasItem("/items/3/county"));
        assertEquals(List.of(recorded, audited),
                List.of(total("/v1/policies?include=history"), total("/v1/audit/policies")));

        callers.send("county", Ask.post("/v1/policies:batch", "{ \"mode\": \"each\", \"items\": [" + items + "] }")).then()
                .statusCode(200).body("results.status", equalTo(List.of(201, 403, 403, 403, 400, 201)))
                .body("results.record.findAll { it != null }.county", everyItem(equalTo("24031")));
        assertEquals(List.of(recorded + 2, audited + 2),
                List.of(total("/v1/policies?include=history"), total("/v1/audit/policies")));
    }

    @Test
    void refusesTheRowsOfOtherPlaces() {
        String elsewhere = id(callers.made(Ask.post("/v1/counties/24033/policies", Targets.policy(targets.title())), 201));
        String file = "id,county,state,scope,agency,factor,stance,instrument,title,effectiveFrom,sourceTitle\n"
                + row("", "24031", "", "COUNTY,") + row("", "24033", "", "COUNTY,") + row("", "48201", "", "COUNTY,")
                + row("", "", "MD", "STATE_AGENCY,Police") + row(elsewhere, "", "", "COUNTY,")
                + row(elsewhere, "24031", "", "COUNTY,") + row(elsewhere, "24033", "", "COUNTY,");
        int audited = total("/v1/audit/policies");

        String sent = callers.made("county", Ask.csv(file), 202).header("Location");

        targets.finished(sent);
        callers.send("county", read(sent)).then().body("rows", equalTo(7)).body("accepted", equalTo(1)).body("refused",
                equalTo(6));
        callers.send("county", read(sent + "/rows?outcome=refused")).then().body("items.number",
                equalTo(List.of(2, 3, 4, 5, 6, 7))).body("items[0].reason", containsString("may not write about 24033"));
        callers.send("admin", read("/v1/policies/" + elsewhere)).then().body("versions.size()", equalTo(1));
        assertEquals(audited + 1, total("/v1/audit/policies"));
        callers.send("state", read(sent)).then().statusCode(404);
    }

    @Test
    void movesNothingToAnotherPlace() {
        String policy = targets.policy();
        String law = targets.law();
        String submission = targets.sentBack(targets.lawSubmission());
        Map<String, Object> before = targets.state();
        String moved = because(Targets.policy(targets.title()));
        String texan = because(Targets.law(targets.title(), "TX"));

        refused("county", Ask.put(policy, moved.replaceFirst("\\{", "{ \"county\": \"24033\",")), 400);
        refused("otherCounty", Ask.put(policy, moved.replaceFirst("\\{", "{ \"county\": \"24033\",")), 400);
        refused("state", Ask.put(law, texan), 400);
        refused("otherState", Ask.put(law, texan), 403);
        refused("state", Ask.post("/v1/laws", Targets.law(targets.title(), "TX")), 403);
        refused("state", Ask.put(law, because(Targets.law(targets.title(), "MD")).replace("\"REQUIRES\"",
                "\"REQUIRES\", \"counties\": [\"48201\"]")), 400);
        refused("submitter", Ask.replace(submission, Targets.law(targets.title(), "TX")), 403);
        refused("submitter", Ask.post("/v1/laws", Targets.law(targets.title(), "TX")), 403);

        assertEquals(before, targets.state());
        callers.send("admin", read(policy)).then().body("versions.size()", equalTo(1));
        callers.send("admin", read(law)).then().body("versions.size()", equalTo(1));
    }

    @Test
    void holdsAKeyToWhatItsPartnerMayNow() {
        String partner = callers.partner(targets.title(), "TRUSTED", List.of("policies:write"), ", \"states\": [\"MD\"]");
        String key = callers.key(partner, "").get("key");
        Ask write = Ask.post("/v1/counties/24031/policies", Targets.policy(targets.title()));
        assertEquals(201, write.of(address, key).statusCode());

        String narrowed = "{ \"name\": \"Narrowed\", \"review\": \"%s\", \"scopes\": [\"%s\"], \"states\": [\"%s\"] }";
        String at = "/v1/partners/" + partner;
        callers.made(Ask.put(at, narrowed.formatted("TRUSTED", "policies:write", "TX")), 200);
        assertEquals(403, write.of(address, key).statusCode());
        callers.made(new Ask("PUT", at, "application/json", narrowed.formatted("REVIEWED", "policies:write", "MD"),
                Map.of("If-Match", "\"2\"")), 200);
        assertEquals(202, write.of(address, key).statusCode());
        callers.made(Ask.delete(at), 200);
        assertEquals(401, write.of(address, key).statusCode());
    }

    @Test
    void keepsNothingOfASimulation() {
        Map<String, Object> before = targets.state();

        callers.send("none", Ask.post("/v1/simulations", """
                { "laws": [{ "state": "WY", "effects": [{ "factor": "LIMITS_ICE_HOLDS", "effect": "REQUIRES" }] }] }"""))
                .then().statusCode(200).body("changed", equalTo(23));

        assertEquals(before, targets.state());
        given().get(address + "/v1/counties?state=WY&status=ANALYZED").then().statusCode(200).body("total", equalTo(0));
        given().get(address + "/v1/laws?state=WY&include=history").then().statusCode(200).body("total", equalTo(0));
    }

    private static void refused(String caller, Ask ask, int status) {
        Response response = callers.send(caller, ask);
        assertEquals(status, response.statusCode(), () -> ask.method() + " " + ask.path() + " × " + caller + ": "
                + response.asString());
    }

    private static String row(String id, String county, String state, String scopeAndAgency) {
        return String.join(",", id, county, state, scopeAndAgency, "LIMITS_ICE_HOLDS,PROTECTIVE,ORDINANCE",
                '"' + targets.title() + '"', "2019-07-22,Register\n");
    }

    private static int total(String list) {
        return callers.made(read(list + (list.contains("?") ? "&" : "?") + "limit=1"), 200).path("total");
    }

    private static String id(Response response) {
        return response.path("id");
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
