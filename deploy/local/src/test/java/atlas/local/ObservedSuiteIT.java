package atlas.local;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import atlas.local.OtlpReceiver.Received;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

/** What an operator sees of the packaged suite: one trace of a write through all services, and logs that name it. */
class ObservedSuiteIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String STRANGERS = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final Pattern SERIES = Pattern.compile("(?m)^([a-z]\\w+)[{ ]");
    private static final Pattern ABOUT_SOMEBODY = Pattern
            .compile("(?m)^[a-z_]+\\{[^}]*(?<!server_port=)\"(?:\\d{5}|atlas_\\w{10,}|[0-9a-f-]{36}|https?:[^\"]*)\"");
    private static final Set<String> WAY_OF_A_WRITE = Set.of("gateway: POST /v1/counties/{fips}/policies",
            "gateway: POST county-service", "county-service: POST /v1/counties/{fips}/policies",
            "county-service: send county-policy-changes", "scoring-service: process county-policy-changes",
            "scoring-service: send score-changes", "gateway: process county-policy-changes", "gateway: process score-changes");

    @TempDir
    static Path data;

    private static OtlpReceiver collector;
    private static RunningSuite suite;
    private static String address;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        collector = OtlpReceiver.open();
        suite = RunningSuite.start(data, Map.of("QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", collector.address(),
                "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf", "QUARKUS_OTEL_TRACES_SAMPLER_ARG", "1",
                "QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "200ms", "QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true",
                "QUARKUS_LOG_CATEGORY__ATLAS_EVENTS__LEVEL", "DEBUG", "QUARKUS_LOG_CATEGORY__ATLAS_GATEWAY_DOOR__LEVEL",
                "DEBUG",
                "QUARKUS_LOG_CATEGORY__ATLAS_SERVICE_HTTP__LEVEL", "DEBUG"), "--no-data");
        address = suite.address();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (suite != null) {
            suite.close();
        }
        collector.close();
    }

    @Test
    void aWriteIsOneTraceFromTheCallToTheFeed() throws IOException {
        Response answer = record("10001");
        answer.then().statusCode(201);
        String request = answer.header("X-Request-Id");

        await().atMost(SOON).until(() -> named(traceOf(request)).containsAll(WAY_OF_A_WRITE));

        List<Received> trace = traceOf(request);
        assertEquals(Set.of(), minus(named(trace), WAY_OF_A_WRITE), "nothing else happened");
        assertEquals(WAY_OF_A_WRITE.size(), trace.size(), trace.toString());
        assertHangTogether(trace);
        assertFalse(trace.stream().anyMatch(Received::isError), trace.toString());
        assertFalse(trace.get(0).trace().equals(STRANGERS), "a stranger does not name our traces");
        assertTrue(trace.stream().anyMatch(span -> span.span().getLinksCount() == 1), "but is linked");
        assertLogged("gateway", "POST /v1/counties/{fips}/policies: 201", "requestId", request, trace);
        assertTrue(
                lines("county-service").stream().anyMatch(line -> line.path("mdc").path("requestId").asText().equals(request)),
                "the service names the request, too");
        assertLogged("county-service", "published on county-policy-changes", "eventId", eventId(trace), trace);
    }

    private static Response record(String county) throws IOException {
        return given().header("Authorization", "Bearer " + suite.key("admin"))
                .header("traceparent", "00-" + STRANGERS + "-00f067aa0ba902b7-01").contentType(ContentType.JSON).body("""
                        { "factor": "NO_287G", "stance": "ENTANGLED", "instrument": "CONTRACT", "title": "Agreement",
                          "effectiveFrom": "2018-01-01", "sources": [{ "title": "Agreement" }] }""")
                .post(address + "/v1/counties/" + county + "/policies");
    }

    private static String eventId(List<Received> trace) {
        return trace.stream().filter(span -> span.span().getName().equals("send county-policy-changes")).findFirst()
                .orElseThrow()
                .attribute("messaging.message.id");
    }

    @Test
    void requestsAtTheSameTimeKeepTheirNames() throws IOException {
        List<String> requests = IntStream.range(0, 40).parallel()
                .mapToObj(any -> given().get(address + "/v1/states").header("X-Request-Id")).sorted().toList();

        await().atMost(SOON).untilAsserted(() -> assertEquals(requests, lines("gateway").stream()
                .filter(line -> line.path("loggerName").asText().endsWith("RequestLog")
                        && line.path("message").asText().startsWith("GET /v1/states: 200"))
                .map(line -> line.path("mdc").path("requestId").asText()).sorted().toList()));
    }

    @Test
    void everyMetricIsDocumentedAndWhatDashboardsAskForIsThere() throws IOException {
        ObservabilityFiles files = new ObservabilityFiles(Path.of(System.getProperty("atlas.home")));
        ManagementPorts ports = ManagementPorts.of(suite.status());
        record("10003").then().statusCode(201);
        await().atMost(SOON).untilAsserted(() -> {
            String metrics = ports.metrics();
            Set<String> served = ObservabilityFiles.found(SERIES, metrics);

            assertEquals(files.documented(), ObservabilityFiles.ours(metrics));
            assertEquals(Set.of(), minus(files.asked(), served));
            assertFalse(ABOUT_SOMEBODY.matcher(metrics).find(), "a county, a key, an id or an address is a label");
        });
    }

    @Test
    void aFailureIsMarkedInItsTrace() throws IOException {
        ProcessHandle service = ProcessHandle.of(suite.pid("state-law-service")).orElseThrow();
        service.destroyForcibly();
        service.onExit().join();
        Response answer = given().get(address + "/v1/laws?limit=1");
        answer.then().statusCode(503);
        String request = answer.header("X-Request-Id");

        await().atMost(SOON).until(() -> traceOf(request).size() == 2);

        assertTrue(traceOf(request).stream().allMatch(Received::isError), traceOf(request).toString());
        await().atMost(SOON).ignoreExceptions()
                .untilAsserted(() -> given().get(address + "/v1/laws?limit=1").then().statusCode(200));
    }

    /** One begins it, and every other span hangs at one of the same trace. */
    private static void assertHangTogether(List<Received> trace) {
        Set<String> ids = trace.stream().map(Received::id).collect(Collectors.toSet());
        assertEquals(1, trace.stream().filter(span -> span.parent().isEmpty()).count(), trace.toString());
        assertTrue(trace.stream().allMatch(span -> span.parent().isEmpty() || ids.contains(span.parent())), trace.toString());
    }

    private static List<Received> traceOf(String request) {
        return collector.spans().stream().filter(span -> span.attribute("atlas.request.id").equals(request)).findFirst()
                .map(first -> collector.spans().stream().filter(span -> span.trace().equals(first.trace())).toList())
                .orElse(List.of());
    }

    private static Set<String> named(List<Received> spans) {
        return spans.stream().map(span -> span.service() + ": " + span.span().getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> minus(Set<String> all, Set<String> some) {
        Set<String> left = new TreeSet<>(all);
        left.removeAll(some);
        return left;
    }

    private static void assertLogged(String service, String message, String name, String value, List<Received> trace)
            throws IOException {
        List<JsonNode> lines = lines(service).stream().filter(line -> line.path("mdc").path(name).asText().equals(value)
                && line.path("message").asText().startsWith(message)).toList();
        assertEquals(1, lines.size(), () -> service + " has no line of " + name + " " + value);
        assertEquals(trace.get(0).trace(), lines.get(0).path("mdc").path("traceId").asText());
        assertEquals(service, lines.get(0).path("service").asText());
    }

    /** What a service logged: each line is JSON. */
    private static List<JsonNode> lines(String service) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(data.resolve("log/" + service + ".log"))) {
            if (!line.isBlank()) {
                lines.add(JSON.readTree(line));
            }
        }
        return lines;
    }
}
