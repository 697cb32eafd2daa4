package atlas.local;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.restassured.http.ContentType;

/**
 * The report's second table, and back: a nation made up of records and laws so that its counties have the scores that
 * the report counted, in over a thousand writes through the public API, gives that very table.
 */
class SyntheticNationIT {

    private static final List<Integer> SCORES = List.of(7, 6, 5, 4, 3, 2, 1, 0);
    private static final List<Integer> COUNTIES = List.of(121, 21, 57, 106, 357, 2109, 162, 27);
    private static final List<Integer> PERCENT = List.of(4, 1, 2, 4, 12, 71, 5, 1);
    private static final int ANALYZED = 2960;
    private static final List<String> CONTRACTS = List.of("NO_287G", "NO_DETENTION_CONTRACT");
    private static final List<String> RESTRICTIONS = List.of("LIMITS_ICE_HOLDS", "LIMITS_ICE_NOTIFICATIONS",
            "LIMITS_ICE_INTERROGATIONS", "PROHIBITS_STATUS_INQUIRY", "PROHIBITS_ASSISTANCE");
    private static final String DAY = "2019-09-30";
    private static final int WRITERS = 8;

    @TempDir
    Path data;

    @Test
    void givesTheReportsSecondTable() throws Exception {
        try (RunningSuite suite = RunningSuite.start(data, RunningSuite.WITHOUT_EXPORTS, "--no-data")) {
            load(suite, writes(counties(suite.address())));

            String table = suite.address() + "/v1/statistics/score-distribution?as_of=" + DAY;
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> given().get(table).then().statusCode(200)
                    .body("analyzed", equalTo(ANALYZED)).body("items.score", equalTo(SCORES))
                    .body("items.counties", equalTo(COUNTIES)));
            given().get(table).then().body("counties", equalTo(3142)).body("coverage", equalTo(0.942f));
            List<Integer> counted = given().get(table).path("items.counties");
            assertEquals(PERCENT, counted.stream().map(count -> Math.round(100f * count / ANALYZED)).toList());
            given().get(suite.address() + "/v1/published-figures?table=score-distribution").then().statusCode(200)
                    .body("items", hasSize(8)).body("items.difference", everyItem(equalTo(0)));
            given().get(suite.address() + "/v1/statistics/policy-types?split=basis&as_of=" + DAY).then().statusCode(200)
                    .body("items.find { it.factor == 'LIMITS_ICE_HOLDS' }.protected", equalTo(121 + 21 + 57 + 106 + 357))
                    .body("items.find { it.factor == 'NO_DETENTION_CONTRACT' }.protected", equalTo(ANALYZED - 27))
                    .body("items.find { it.factor == 'PROHIBITS_ASSISTANCE' }.protected", equalTo(121));
        }
    }

    /** The first counties in an order that is shuffled, but always alike. */
    private static List<Place> counties(String address) {
        List<Place> places = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            var page = given().queryParams(Map.of("fields", "fips,state", "limit", 500))
                    .queryParams(cursor.isEmpty() ? Map.of() : Map.of("cursor", cursor)).get(address + "/v1/counties").then()
                    .statusCode(200).extract();
            page.<List<Map<String, String>>> path("items")
                    .forEach(county -> places.add(new Place(county.get("fips"), county.get("state"))));
            cursor = page.path("next");
        }
        Collections.shuffle(places, new Random(2019));
        return places.subList(0, ANALYZED);
    }

    /** A law of the state speaks for the scores of 2 and for half of those of 3; records speak for all others. */
    private static List<Write> writes(List<Place> places) {
        List<Write> writes = new ArrayList<>();
        Map<String, List<String>> mandated = new TreeMap<>();
        Map<String, List<String>> required = new TreeMap<>();
        int next = 0;
        for (int i = 0; i < SCORES.size(); i++) {
            for (Place place : places.subList(next, next + COUNTIES.get(i))) {
                int score = SCORES.get(i);
                if (score == 2) {
                    mandated.computeIfAbsent(place.state(), state -> new ArrayList<>()).add(place.fips());
                } else if (score == 3 && place.fips().charAt(3) < '5') {
                    required.computeIfAbsent(place.state(), state -> new ArrayList<>()).add(place.fips());
                } else {
                    writes.addAll(records(place, score));
                }
            }
            next += COUNTIES.get(i);
        }
        mandated.forEach((state, counties) -> writes.add(law(state, "MANDATE", "MANDATES", counties)));
        required.forEach((state, counties) -> writes.add(law(state, "SANCTUARY", "REQUIRES", counties)));
        return writes;
    }

    private static List<Write> records(Place place, int score) {
        return score < 2 ? CONTRACTS.subList(0, 2 - score).stream().map(factor -> record(place, factor, "ENTANGLED")).toList()
                : RESTRICTIONS.subList(0, score - 2).stream().map(factor -> record(place, factor, "PROTECTIVE")).toList();
    }

    private static Write record(Place place, String factor, String stance) {
        return new Write("/v1/counties/" + place.fips() + "/policies", """
                { "factor": "%s", "stance": "%s", "instrument": "OTHER", "title": "Made up", "effectiveFrom": "2019-01-01",
                  "sources": [{ "title": "Made up" }] }""".formatted(factor, stance));
    }

    private static Write law(String state, String direction, String effect, List<String> counties) {
        return new Write("/v1/laws",
                """
                        { "state": "%s", "title": "Made up", "instrument": "STATUTE", "direction": "%s", "binds": ["COUNTIES"],
                          "effectiveFrom": "2018-01-01", "sources": [{ "title": "Made up" }],
                          "effects": [{ "factor": "LIMITS_ICE_HOLDS", "effect": "%s", "counties": [%s] }] }""".formatted(state,
                        direction,
                        effect, counties.stream().map(fips -> '"' + fips + '"').collect(Collectors.joining(","))));
    }

    private static void load(RunningSuite suite, List<Write> writes)
            throws IOException, InterruptedException, ExecutionException {
        String address = suite.address();
        String key = suite.key("admin");
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<?>> sent = new ArrayList<>();
            for (Write write : writes) {
                sent.add(writers.submit(() -> given().header("Authorization", "Bearer " + key).contentType(ContentType.JSON)
                        .body(write.body()).post(address + write.path()).then().statusCode(201)));
            }
            for (Future<?> one : sent) {
                one.get();
            }
        } finally {
            writers.shutdownNow();
        }
    }

    private record Place(String fips, String state) {
    }

    private record Write(String path, String body) {
    }
}
