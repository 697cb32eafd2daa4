package atlas.local;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code deploy/rebuild} as people run it, against the packaged suite with the report's data. */
class RebuildIT {

    private static final Path REBUILD = Path.of(System.getProperty("atlas.home"), "deploy", "rebuild");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> ANSWERS = List.of("/v1/statistics/policy-types?as_of=2019-09-30&split=basis",
            "/v1/statistics/policy-types", "/v1/statistics/score-distribution?as_of=2019-12-17&state=CA",
            "/v1/statistics/score-distribution", "/v1/statistics/timeline?from=2015-01-01&to=2019-12-31&step=quarter",
            "/v1/statistics/states", "/v1/statistics/changes?from=2017-01-20&to=2019-12-17",
            "/v1/counties?status=ANALYZED&limit=500", "/v1/counties/24031/history", "/v1/freshness");

    @RegisterExtension
    static final SharedSuite SHARED = SharedSuite.ofTheReport();

    private static RunningSuite suite;
    private static String address;
    private static TopicMessages topics;

    private record Answer(int exitCode, String output) {
    }

    @BeforeAll
    static void meet() throws IOException {
        suite = SHARED.running();
        address = suite.address();
        topics = new TopicMessages(suite.bootstrap());
    }

    @Test
    void makesScoresAndFeedAnewAsTheyWereAndTellsNothingAgain() throws Exception {
        await().atMost(PATIENCE).until(RebuildIT::allIsInTheFeed);
        Map<String, String> answers = answers();
        long told = topics.count("score-changes");
        String last = field("last");
        try (FollowedStream stream = FollowedStream.from(last, List.of(address))) {
            await().atMost(PATIENCE).until(() -> stream.connections() == 1);

            Answer answer = rebuild("all", "--yes", "--data", suite.data().toString());

            assertEquals(0, answer.exitCode(), answer.output());
            assertTrue(answer.output().contains("scores: identical") && answer.output().contains("feed: identical"),
                    answer.output());
            assertEquals(answers, answers());
            assertEquals(told, topics.count("score-changes"));
            given().get(address + "/v1/events?after=" + last).then().statusCode(410);
            await().atMost(PATIENCE).until(() -> stream.others().contains("reset"));
            assertEquals(List.of(), stream.sequences());

            given().header("Authorization", "Bearer " + suite.key("admin")).contentType("application/json")
                    .body(Targets.policy("After the rebuild")).post(address + "/v1/counties/56001/policies").then()
                    .statusCode(201);

            await().atMost(PATIENCE).until(() -> stream.sequences().size() == 2); // the record and the score
            given().get(address + "/v1/counties/56001").then().body("factors[2].basis", equalTo("COUNTY_POLICY"));
            assertEquals(told + 1, topics.count("score-changes"));
            assertEquals(List.of("reset"), stream.others());
        }
    }

    @Test
    void asksFirstAndNeedsASuite() throws Exception {
        String first = field("first");

        assertEquals(2, rebuild("feed", "--data", suite.data().toString()).exitCode());
        Answer nothing = rebuild("--yes", "--data", suite.data().resolve("logs").toString());
        assertEquals(1, nothing.exitCode());
        assertTrue(nothing.output().contains("nothing runs on the data in"), nothing.output());
        assertEquals(2, rebuild("everything").exitCode());
        assertEquals(0, rebuild("--help").exitCode());
        assertEquals(first, field("first"));
    }

    private static Answer rebuild(String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(Stream.of(REBUILD.toString()), Stream.of(arguments)).toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), output);
    }

    private static boolean allIsInTheFeed() {
        long onTheTopics = Stream.of("county-policy-changes", "state-law-changes", "score-changes")
                .mapToLong(topics::count).sum();
        int inTheFeed = field("total");
        return inTheFeed == onTheTopics;
    }

    private static <T> T field(String name) {
        return given().get(address + "/v1/events?limit=1").then().statusCode(200).extract().path(name);
    }

    private static Map<String, String> answers() {
        return ANSWERS.stream().collect(Collectors.toMap(path -> path,
                path -> given().urlEncodingEnabled(false).get(address + path).then().statusCode(200).extract().asString()));
    }
}
