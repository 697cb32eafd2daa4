package atlas.local;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Two processes of scoring-service of which one is a day ahead, while whichever leads is killed: a day is turned once, by
 * whoever
 * leads then, and each change is told once.
 */
class TwoScoringsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SECONDS = Duration.ofSeconds(10);
    private static final Duration RECOVERY = Duration.ofSeconds(90);
    /** Zones that are never on the same day: a day that is still to come in the one has come in the other. */
    private static final String A_DAY_BEHIND = "Etc/GMT+12";
    private static final String A_DAY_AHEAD = "Etc/GMT-14";
    private static final String FACTOR = "PROHIBITS_ASSISTANCE";
    private static final List<String> ON_THEIR_DAY = List.of("56001", "56003", "56005");
    private static final Map<String, Integer> COUNTIES_OF_LAWS = Map.of("DE", 3, "HI", 5, "RI", 5);
    private static final int FEW = 40;

    @TempDir
    Path data;

    @TempDir
    Path own;

    private RunningSuite first;
    private SecondScoring second;
    private String gateway;
    private Writers writers;
    private String start;

    @Test
    void turnADayOnceWhileTheOneThatLeadsIsKilled() throws Exception {
        try (RunningSuite suite = RunningSuite.start(data,
                Map.of("ATLAS_ZONE", A_DAY_BEHIND, "ATLAS_EXPORTS_MADE", "false"), "--no-data");
                SecondScoring scoring = SecondScoring.start(suite, own.resolve("second"),
                        Map.of("ATLAS_ZONE", A_DAY_AHEAD))) {
            first = suite;
            second = scoring;
            gateway = suite.address();
            writers = new Writers(List.of(gateway), suite.key("admin"), counties());
            start = feed("0").get("last").textValue();
            try (FollowedStream stream = FollowedStream.from(start, List.of(gateway))) {
                recordWhatBeginsTomorrow();
                writers.start();
                writers.law("DE", FACTOR);
                killTheFirst();
                writers.law("HI", FACTOR);
                second.kill(); // the first leads again, where the day that was turned has not come yet
                writers.law("RI", FACTOR);
                awaitMoreWrites();
                writers.finish();

                assertEachChangeToldOnce();
                assertTheStreamHadAll(stream);
            }
        }
    }

    private List<String> counties() throws IOException {
        List<String> counties = new ArrayList<>();
        for (String state : List.of("GA", "KS", "KY")) {
            String list = gateway + "/v1/counties?fields=fips&limit=500&state=" + state;
            JSON.readTree(given().get(list).asString()).get("items")
                    .forEach(item -> counties.add(item.get("fips").textValue()));
        }
        return counties;
    }

    private void recordWhatBeginsTomorrow() throws IOException, InterruptedException {
        String tomorrow = LocalDate.now(ZoneId.of(A_DAY_BEHIND)).plusDays(1).toString();
        for (String county : ON_THEIR_DAY) {
            writers.record(county, FACTOR, tomorrow);
        }
        for (String county : ON_THEIR_DAY) {
            String then = gateway + "/v1/counties/" + county + "?as_of=" + tomorrow;
            await().atMost(RECOVERY).untilAsserted(() -> given().get(then).then().body("score", equalTo(3)));
        }
    }

    /** The launcher starts it again, to follow. */
    private void killTheFirst() throws IOException {
        awaitMoreWrites();
        long pid = first.pid(Service.SCORING.module());
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        await().atMost(SECONDS).until(() -> second.timesLed() > 0);
        await().atMost(RECOVERY).ignoreExceptions().until(() -> first.pid(Service.SCORING.module()) != pid);
        awaitMoreWrites();
    }

    private void awaitMoreWrites() {
        int written = writers.written();
        await().atMost(RECOVERY).until(() -> writers.written() > written + FEW);
    }

    private void assertEachChangeToldOnce() throws IOException {
        int records = writers.counties().size();
        int laws = COUNTIES_OF_LAWS.size();
        int scores = records + COUNTIES_OF_LAWS.values().stream().mapToInt(Integer::intValue).sum();
        int expected = records + writers.corrected() + laws + scores;
        await().atMost(RECOVERY).pollInterval(Duration.ofMillis(500))
                .until(() -> feed(start).get("total").intValue() >= expected);
        List<JsonNode> events = events();

        assertEquals(Map.of("atlas.county-policy.changed", (long) records + writers.corrected(), "atlas.state-law.changed",
                (long) laws, "atlas.score.changed", (long) scores), count(events, "/type"));
        assertEquals(expected, count(events, "/id").size());
        assertTurnedOnce(events);
        assertVersionsInOrder(events);
    }

    /** Each record turned its county once: when it was recorded, or on its day. */
    private void assertTurnedOnce(List<JsonNode> events) {
        Set<String> turned = new HashSet<>();
        Map<String, String> byRecord = new HashMap<>();
        for (JsonNode event : events) {
            JsonNode cause = event.at("/data/cause");
            cause.path("records").forEach(id -> byRecord.put(id.textValue(), event.at("/data/fips").textValue()));
            if (cause.path("kind").asText().equals("DAY_TURNED")) {
                turned.add(event.at("/data/fips").textValue());
            }
        }
        assertEquals(writers.counties(), byRecord);
        assertEquals(Set.copyOf(ON_THEIR_DAY), turned);
    }

    private static void assertVersionsInOrder(List<JsonNode> events) {
        Map<String, Integer> versions = new HashMap<>();
        for (JsonNode event : events) {
            if (event.at("/type").textValue().equals("atlas.county-policy.changed")) {
                JsonNode after = event.at("/data/after");
                assertEquals(versions.merge(after.get("id").textValue(), 1, Integer::sum), after.get("version").intValue());
            }
        }
    }

    private void assertTheStreamHadAll(FollowedStream stream) throws IOException {
        long from = Long.parseLong(start) + 1;
        long last = Long.parseLong(feed(start).get("last").textValue());
        List<Long> all = LongStream.rangeClosed(from, last).boxed().toList();
        await().atMost(RECOVERY).untilAsserted(() -> assertEquals(all, stream.sequences()));
        assertEquals(List.of(), stream.others());
    }

    private static Map<String, Long> count(List<JsonNode> events, String field) {
        return events.stream().collect(Collectors.groupingBy(event -> event.at(field).textValue(), Collectors.counting()));
    }

    private List<JsonNode> events() throws IOException {
        List<JsonNode> events = new ArrayList<>();
        for (String after = start; after != null;) {
            JsonNode page = feed(after);
            page.get("items").forEach(events::add);
            after = page.get("next").textValue();
        }
        return events;
    }

    private JsonNode feed(String after) throws IOException {
        return JSON.readTree(
                given().get(gateway + "/v1/events?limit=500&after=" + after).then().statusCode(200).extract().asString());
    }
}
