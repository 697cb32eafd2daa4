package atlas.local;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.restassured.response.Response;

/** What requests are about: made anew by an administrator, or by whoever's it has to be. */
final class Targets {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> LISTS = List.of("/v1/audit/policies?limit=1", "/v1/audit/laws?limit=1",
            "/v1/policies?include=history&limit=1", "/v1/laws?include=history&limit=1", "/v1/policy-submissions?limit=1",
            "/v1/law-submissions?limit=1", "/v1/imports?limit=1", "/v1/webhooks?limit=1");

    private final Callers callers;
    private final String kafka;
    private int made;
    private String last;

    /** @param kafka the address of the broker */
    Targets(Callers callers, String kafka) {
        this.callers = callers;
        this.kafka = kafka;
    }

    static String policy(String title) {
        return """
                { "factor": "LIMITS_ICE_HOLDS", "stance": "PROTECTIVE", "scope": "COUNTY", "instrument": "EXECUTIVE_ORDER",
                  "title": "%s", "effectiveFrom": "2019-07-22", "sources": [{ "title": "County register" }] }"""
                .formatted(title);
    }

    static String statePolicy(String title) {
        return policy(title).replace("\"COUNTY\"", "\"STATE_AGENCY\", \"agency\": \"State Police\"");
    }

    static String law(String title, String state) {
        return """
                { "state": "%s", "title": "%s", "instrument": "STATUTE", "direction": "SANCTUARY", "binds": ["COUNTIES"],
                  "effectiveFrom": "2020-01-01", "effects": [{ "factor": "PROHIBITS_STATUS_INQUIRY", "effect": "REQUIRES" }],
                  "sources": [{ "title": "Session laws" }] }""".formatted(state, title);
    }

    static String because(String body) {
        return body.replaceFirst("\\{", "{ \"reason\": \"told so\",");
    }

    /** Unique, so that nothing is like anything else. */
    String title() {
        return "Made for the matrix, " + ++made;
    }

    /** The address of a new record of the county. */
    String policy() {
        return kept(callers.made(Ask.post("/v1/counties/" + Callers.MONTGOMERY + "/policies", policy(title())), 201));
    }

    /** The address of a new record of the state alone. */
    String statePolicy() {
        return kept(callers.made(Ask.post("/v1/states/MD/policies", statePolicy(title())), 201));
    }

    String law() {
        return kept(callers.made(Ask.post("/v1/laws", law(title(), "MD")), 201));
    }

    String policySubmission() {
        return kept(callers.made("submitter",
                Ask.post("/v1/counties/" + Callers.MONTGOMERY + "/policies", policy(title())), 202));
    }

    String lawSubmission() {
        return kept(callers.made("submitter", Ask.post("/v1/laws", law(title(), "MD")), 202));
    }

    /** A submission that waits for its submitter. */
    String sentBack(String submission) {
        callers.made(Ask.post(submission + "/request-changes", "{ \"note\": \"more, please\" }"), 200);
        return submission;
    }

    /** An import of the key for the county, at its end. */
    String sentImport() {
        return finished(kept(callers.made("county", Ask.csv(rows(Callers.MONTGOMERY)), 202)));
    }

    String finished(String location) {
        await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> callers.send("admin", read(location)).then().body("status", equalTo("COMPLETED")));
        return location;
    }

    /** A file of one row for each county. */
    String rows(String... counties) {
        StringBuilder file = new StringBuilder("county,factor,stance,instrument,title,effectiveFrom,sourceTitle\n");
        for (String county : counties) {
            file.append(county).append(",LIMITS_ICE_HOLDS,PROTECTIVE,ORDINANCE,\"").append(title())
                    .append("\",2019-07-22,Register\n");
        }
        return file.toString();
    }

    /** The query of a name that was assigned. */
    String assignedName() {
        callers.made(Ask.replace("/v1/imports/county-aliases", assignment("Montgomry")), 200);
        last = null;
        return "?state=MD&name=Montgomry";
    }

    static String assignment(String name) {
        return "{ \"state\": \"MD\", \"name\": \"" + name + "\", \"fips\": \"" + Callers.MONTGOMERY + "\" }";
    }

    String partner() {
        last = "/v1/partners/" + callers.partner(title(), "TRUSTED", List.of("policies:write"), "");
        return last;
    }

    String key() {
        last = "/v1/keys/" + callers.key(partner().substring("/v1/partners/".length()), "").get("id");
        return last;
    }

    /** A message that the feed could not read. */
    String parkedEvent() {
        String of = "/v1/admin/parked-events?consumer=feed&key=" + ++made;
        Poison.send(kafka, "score-changes", Integer.toString(made));
        last = "/v1/admin/parked-events/" + await().atMost(Duration.ofSeconds(30))
                .until(() -> shown(of).at("/items/0/id").asText(), id -> !id.isEmpty());
        return last;
    }

    static String webhook(String title) {
        return "{ \"url\": \"http://127.0.0.1:9/hook\", \"description\": \"" + title
                + "\", \"filter\": { \"county\": [\"02998\"] } }";
    }

    /** A webhook of the key for the county, about a place where nothing happens. */
    String webhook() {
        return kept(callers.made("county", Ask.post("/v1/webhooks", webhook(title())), 201));
    }

    /** Something that was sent to it; how that fares goes on changing what is shown of both. */
    String delivery() {
        String sent = callers.made("county", Ask.post(webhook() + "/ping", null), 202).header("Location");
        last = null;
        return sent;
    }

    private String kept(Response response) {
        last = response.header("Location");
        return last;
    }

    /** All that a request may have changed, as an administrator sees it: counts, versions, and what was made last. */
    Map<String, Object> state() {
        Map<String, Object> state = new TreeMap<>();
        for (String list : LISTS) {
            state.put(list, shown(list).get("total"));
        }
        state.put("names", shown("/v1/imports/county-aliases").get("items"));
        for (String list : List.of("/v1/partners?limit=500", "/v1/keys?limit=500")) { // a key's use and end are no versions
            state.put(list, shown(list).findValuesAsText("version"));
        }
        if (last != null) {
            state.put(last, shown(last));
        }
        return state;
    }

    private JsonNode shown(String path) {
        try {
            return JSON.readTree(callers.made(read(path), 200).asString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(path + " is not JSON", e);
        }
    }

    static Ask read(String path) {
        return new Ask("GET", path, null, null, Map.of());
    }
}
