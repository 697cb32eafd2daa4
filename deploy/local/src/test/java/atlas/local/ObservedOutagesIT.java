package atlas.local;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.restassured.http.ContentType;

/** A server that stops answering is told apart from a service that cannot serve, and is no reason to start a process anew. */
class ObservedOutagesIT {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final Set<String> ALL = Set.of("county-service", "gateway", "scoring-service", "state-law-service");
    private static final Set<String> FROM_MEMORY = Set.of("gateway", "scoring-service");

    @RegisterExtension
    static final SharedSuite SHARED = SharedSuite.empty();

    private static RunningSuite suite;
    private static ManagementPorts ports;
    private static String county;

    @BeforeAll
    static void meet() throws IOException {
        suite = SHARED.running();
        ports = ManagementPorts.of(suite.status());
        county = suite.address() + "/v1/counties/10001";
        await().atMost(SOON).until(() -> ports.up("well").equals(ALL));
    }

    @Test
    void withoutKafkaRequestsAreAnsweredAndEventsWait() throws IOException, InterruptedException {
        try (Paused kafka = Paused.all(suite.pid("kafka"))) {
            await().atMost(SOON).until(() -> ports.up("well").isEmpty());

            assertThat(ports.answer("county-service", "/q/health/well").body(), containsString("since"));
            assertEquals(ALL, ports.up("ready"));
            assertEquals(ALL, ports.up("live"));
            record("NO_287G");
            given().get(county + "/policies").then().statusCode(200).body("total", equalTo(1));
            given().get(county).then().statusCode(200).body("status", equalTo("NO_INFORMATION"));
            await().atMost(SOON).until(() -> ports.metrics().contains("atlas_kafka_reached 0.0"));
        }
        await().atMost(SOON).until(() -> ports.up("well").equals(ALL));
        await().atMost(SOON).untilAsserted(() -> given().get(county).then().body("status", equalTo("ANALYZED")));
    }

    @Test
    void withoutPostgresWhatIsInMemoryIsServedAndNothingIsStartedAnew() throws IOException, InterruptedException {
        List<Long> before = suite.pids();
        try (Paused postgres = Paused.all(suite.pid("postgres"))) {
            await().atMost(SOON).until(() -> ports.up("ready").equals(FROM_MEMORY));

            given().get(county).then().statusCode(200);
            given().get(county + "/policies").then().statusCode(anyOf(equalTo(503), equalTo(504)));
            assertEquals(ALL, ports.up("live"));
            assertEquals(Set.of(), ports.up("well"));
        }
        await().atMost(SOON).until(() -> ports.up("ready").equals(ALL));
        await().atMost(SOON).ignoreExceptions().untilAsserted(() -> record("NO_DETENTION_CONTRACT"));
        assertEquals(before, suite.pids());
    }

    private static void record(String factor) throws IOException {
        given().header("Authorization", "Bearer " + suite.key("admin")).contentType(ContentType.JSON).body("""
                { "factor": "%s", "stance": "ENTANGLED", "instrument": "CONTRACT", "title": "Agreement",
                  "effectiveFrom": "2018-01-01", "sources": [{ "title": "Agreement" }] }""".formatted(factor))
                .post(county + "/policies").then().statusCode(201);
    }

    /** Processes that are there and do nothing, as on a machine that hangs. */
    private record Paused(List<Long> pids) implements AutoCloseable {

        static Paused all(long parent) throws IOException, InterruptedException {
            List<Long> pids = Stream.concat(Stream.of(parent),
                    ProcessHandle.of(parent).orElseThrow().descendants().map(ProcessHandle::pid)).toList();
            signal("-STOP", pids);
            return new Paused(pids);
        }

        private static void signal(String signal, List<Long> pids) throws IOException, InterruptedException {
            List<String> command = new ArrayList<>(List.of("kill", signal));
            pids.forEach(pid -> command.add(pid.toString()));
            new ProcessBuilder(command).start().waitFor();
        }

        @Override
        public void close() throws IOException, InterruptedException {
            signal("-CONT", pids);
        }
    }
}
