package atlas.local;

import static io.restassured.RestAssured.given;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;

import atlas.local.History.Acknowledged;

/**
 * What partners add: of some states records, each of another county or factor, so that each turns one score; of others, one law
 * each. And which scores must come of it.
 */
final class NewFacts {

    private static final List<String> RECORDED = List.of("GA", "KS", "KY", "TX", "VA", "NC", "MO", "IL", "IA", "TN", "NE", "IN",
            "OH", "MN");
    private static final List<String> LEGISLATED = List.of("DE", "HI", "RI", "NH", "CT", "VT", "ME", "MA", "NJ");
    private static final List<String> FACTORS = List.of("LIMITS_ICE_HOLDS", "LIMITS_ICE_NOTIFICATIONS",
            "LIMITS_ICE_INTERROGATIONS", "PROHIBITS_STATUS_INQUIRY", "PROHIBITS_ASSISTANCE");
    /** A county about which nothing is on record has no contract. */
    private static final int WITHOUT_CONTRACTS = 2;
    private static final int BETWEEN_LAWS = 25;
    private static final String RECORD = """
            { "factor": "%s", "stance": "PROTECTIVE", "instrument": "OTHER", "title": "Made up", "effectiveFrom": "2019-01-01",
              "sources": [{ "title": "Made up" }] }""";
    private static final String LAW = """
            { "state": "%s", "title": "Made up", "instrument": "STATUTE", "direction": "SANCTUARY", "binds": ["COUNTIES"],
              "effectiveFrom": "2018-01-01", "sources": [{ "title": "Made up" }],
              "effects": [{ "factor": "PROHIBITS_ASSISTANCE", "effect": "REQUIRES" }] }""";

    private final Map<String, List<String>> counties = new HashMap<>();
    private final Queue<Write> writes = new ConcurrentLinkedQueue<>();

    NewFacts(String gateway, long seed) {
        for (List<String> states : List.of(RECORDED, LEGISLATED)) {
            states.forEach(state -> counties.put(state, List.copyOf(scores(gateway, state).keySet())));
        }
        Random random = new Random(seed);
        List<Write> records = new ArrayList<>();
        RECORDED.forEach(state -> counties.get(state).stream().sorted().forEach(county -> FACTORS.forEach(factor -> records
                .add(new Write("POST", "/v1/counties/" + county + "/policies", RECORD.formatted(factor), 0,
                        BusyPartner.key(random))))));
        Collections.shuffle(records, random);
        for (int i = 0; i < records.size(); i++) {
            if (i % BETWEEN_LAWS == 0 && i / BETWEEN_LAWS < LEGISLATED.size()) {
                writes.add(new Write("POST", "/v1/laws", LAW.formatted(LEGISLATED.get(i / BETWEEN_LAWS)), 0,
                        BusyPartner.key(random)));
            }
            writes.add(records.get(i));
        }
    }

    Queue<Write> writes() {
        return writes;
    }

    /** The scores of all counties that something was said of. */
    Map<String, Integer> scores(Collection<Acknowledged> acknowledged) {
        Map<String, Integer> scores = new HashMap<>();
        for (Acknowledged one : acknowledged) {
            if (one.write().base() == 0) {
                counties(one.write())
                        .forEach(county -> scores.merge(county, WITHOUT_CONTRACTS + 1, (before, first) -> before + 1));
            }
        }
        return scores;
    }

    /** How often a score was turned. */
    int turns(Collection<Acknowledged> acknowledged) {
        return acknowledged.stream().filter(one -> one.write().base() == 0).mapToInt(one -> counties(one.write()).size()).sum();
    }

    private List<String> counties(Write added) {
        if (!added.isLaw()) {
            return List.of(added.path().split("/")[3]);
        }
        return LEGISLATED.stream().filter(state -> added.body().contains("\"state\": \"" + state + "\"")).findFirst()
                .map(counties::get).orElseThrow();
    }

    /** The scores that a gateway shows, of the counties that have one. */
    Map<String, Integer> shown(String gateway) {
        Map<String, Integer> scores = new HashMap<>();
        counties.keySet().forEach(state -> scores(gateway, state).forEach((county, score) -> {
            if (score != null) {
                scores.put(county, score);
            }
        }));
        return scores;
    }

    private static Map<String, Integer> scores(String gateway, String state) {
        List<Map<String, Object>> items = given().get(gateway + "/v1/counties?fields=fips,score&limit=500&state=" + state)
                .then()
                .statusCode(200).extract().path("items");
        Map<String, Integer> scores = new HashMap<>();
        items.forEach(item -> scores.put((String) item.get("fips"), (Integer) item.get("score")));
        return scores;
    }
}
