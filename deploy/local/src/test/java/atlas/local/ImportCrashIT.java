package atlas.local;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import atlas.embedded.ChildProcess;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/**
 * Files of records for the whole nation, while the service that takes them is killed, and then while the database crashes:
 * nothing is lost, and nothing is there twice.
 */
class ImportCrashIT {

    private static final Duration RECOVERY = Duration.ofSeconds(90);
    /** Seldom enough that the end comes at any moment of a transaction, not just after its commit. */
    private static final Duration OFTEN = Duration.ofMillis(150);
    private static final List<String> FACTORS = List.of("LIMITS_ICE_HOLDS", "LIMITS_ICE_NOTIFICATIONS",
            "LIMITS_ICE_INTERROGATIONS", "PROHIBITS_STATUS_INQUIRY", "PROHIBITS_ASSISTANCE");
    private static final String HEADER = "county,factor,stance,instrument,title,effectiveFrom,sourceTitle\n";
    /** What goes with each file: two rows that name no county, and one that says again what the first one said. */
    private static final int REFUSED = 2;
    /** Processes, and the signals that end them at once; PostgreSQL's own word for that is QUIT. */
    private static final Map<String, String> CRASHES = Map.of("county-service", "KILL", "postgres", "QUIT");
    /** The database's crash is for the long run: {@code mvn verify -Pfull}. */
    private static final List<String> ENDED = Boolean.getBoolean("atlas.full") ? List.of("county-service", "postgres")
            : List.of("county-service");

    @TempDir
    Path data;

    private RunningSuite suite;
    private String address;
    private String key;

    @Test
    void endsExactlyOnceThroughKilledProcesses() throws IOException, InterruptedException {
        try (RunningSuite running = RunningSuite.start(data, RunningSuite.WITHOUT_EXPORTS, "--no-data")) {
            suite = running;
            address = running.address();
            key = running.key("admin");
            List<String> all = counties();
            int share = all.size() / CRASHES.size();
            List<String> counties = all.subList(0, share * ENDED.size());
            List<String> rows = new ArrayList<>();
            Map<String, String> records = new HashMap<>();
            for (int i = 0; i < ENDED.size(); i++) {
                List<String> file = rows(counties, i * share, (i + 1) * share);
                records.putAll(records(crash(file, ENDED.get(i), CRASHES.get(ENDED.get(i))), file));
                rows.addAll(file);
            }

            assertEquals(rows.size(), records.size());
            assertEachOnRecordOnce(new HashSet<>(records.values()));
            assertScores(counties, records);
            assertUnchanged(rows.subList(0, rows.size() / ENDED.size()));
            assertEquals(records.size(), audited(), "no entry for what did not change");
        }
    }

    /** Sends the rows, has a process end while they are taken, and returns the import's address when it is complete. */
    private String crash(List<String> rows, String process, String signal) throws IOException {
        long pid = suite.pid(process);
        String sent = send(rows);
        await().atMost(RECOVERY).pollInterval(OFTEN).until(() -> {
            JsonPath seen = show(sent).statusCode(200).extract().jsonPath();
            return seen.getString("status").equals("RUNNING") && seen.getInt("accepted") > 0;
        });
        ChildProcess.signal(pid, signal);
        Instant crashed = Instant.now();

        await().atMost(RECOVERY).pollInterval(Duration.ofMillis(200)).until(() -> suite.pid(process) != pid);
        assertComplete(sent, rows.size(), 0);
        Instant finished = Instant.parse(answered(() -> admin().get(address + sent)).extract().path("finishedAt"));
        assertTrue(finished.isAfter(crashed), process + " ended at " + crashed + ", the import already at " + finished);
        return sent;
    }

    private void assertComplete(String sent, int accepted, int unchanged) {
        await().atMost(RECOVERY).pollInterval(Duration.ofMillis(200)).ignoreExceptions()
                .untilAsserted(() -> show(sent).statusCode(200).body("status", equalTo("COMPLETED"))
                        .body("accepted", equalTo(accepted)).body("unchanged", equalTo(1 + unchanged))
                        .body("refused", equalTo(REFUSED)).body("rows", equalTo(accepted + unchanged + 1 + REFUSED))
                        .body("percent", equalTo(100)));
    }

    /** The record of each row, by county and factor. */
    private Map<String, String> records(String sent, List<String> rows) {
        List<Map<String, ?>> taken = all(sent + "/rows", Map.of("outcome", "accepted"));
        assertEquals(rows.size(), taken.size());
        Map<String, String> records = new HashMap<>();
        for (Map<String, ?> row : taken) {
            Map<?, ?> content = (Map<?, ?>) row.get("content");
            records.put(content.get("county") + " " + content.get("factor"), (String) row.get("record"));
        }
        return records;
    }

    private void assertEachOnRecordOnce(Set<String> expected) {
        List<Map<String, ?>> versions = all("/v1/policies", Map.of("include", "history"));
        assertEquals(expected.size(), versions.size());
        assertEquals(expected, versions.stream().map(version -> (String) version.get("id")).collect(Collectors.toSet()));
        assertEquals(Set.of(1), versions.stream().map(version -> version.get("version")).collect(Collectors.toSet()));
        assertEquals(expected.size(), audited());
        answered(() -> admin().get(address + "/v1/audit/policies/verification")).statusCode(200).body("ok", equalTo(true));
    }

    /** Each county has one point more than the two that are assumed for each of its records, and rests on just these. */
    private void assertScores(List<String> counties, Map<String, String> records) {
        Map<String, Integer> expected = new HashMap<>();
        for (int i = 0; i < counties.size(); i++) {
            expected.put(counties.get(i), 2 + factors(i).size());
        }
        await().atMost(RECOVERY).pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertEquals(expected,
                        all("/v1/counties", Map.of("fields", "fips,score", "status", "ANALYZED")).stream()
                                .collect(Collectors.toMap(county -> county.get("fips"), county -> county.get("score")))));
        for (int i = 0; i < counties.size(); i += 37) {
            String at = address + "/v1/counties/" + counties.get(i);
            JsonPath county = answered(() -> given().get(at)).statusCode(200).extract().jsonPath();
            for (String factor : factors(i)) {
                assertEquals(List.of(records.get(counties.get(i) + " " + factor)),
                        county.getList("factors.find { it.code == '" + factor + "' }.records"));
            }
        }
    }

    private void assertUnchanged(List<String> rows) throws IOException {
        assertComplete(send(rows), 0, rows.size());
    }

    private String send(List<String> rows) {
        String file = HEADER + String.join("", rows) + rows.get(0) + "99999" + rows.get(0).substring(5) + "0" + rows.get(0)
                .substring(5);
        return answered(() -> admin().header("Content-Type", "text/csv").body(file.getBytes()).post(address + "/v1/imports"))
                .statusCode(202).extract().header("Location");
    }

    private ValidatableResponse show(String sent) {
        return admin().get(address + sent).then();
    }

    private int audited() {
        return answered(() -> admin().get(address + "/v1/audit/policies?action=policy.added")).statusCode(200).extract()
                .path("total");
    }

    private List<String> counties() {
        return all("/v1/counties", Map.of("fields", "fips")).stream().map(county -> (String) county.get("fips")).toList();
    }

    private static List<String> rows(List<String> counties, int from, int to) {
        List<String> rows = new ArrayList<>();
        for (int i = from; i < to; i++) {
            for (String factor : factors(i)) {
                rows.add(counties.get(i) + "," + factor + ",PROTECTIVE,OTHER,Made up,2019-01-01,Made up\n");
            }
        }
        return rows;
    }

    /** One to five, so that neighbours differ. */
    private static List<String> factors(int county) {
        return FACTORS.subList(0, 1 + county % FACTORS.size());
    }

    private List<Map<String, ?>> all(String list, Map<String, ?> query) {
        List<Map<String, ?>> items = new ArrayList<>();
        for (String cursor = ""; cursor != null;) {
            Map<String, String> from = cursor.isEmpty() ? Map.of() : Map.of("cursor", cursor);
            JsonPath page = answered(() -> admin().queryParams(query).queryParam("limit", 500).queryParams(from)
                    .get(address + list))
                    .statusCode(200).extract().jsonPath();
            items.addAll(page.getList("items"));
            cursor = page.get("next");
        }
        return items;
    }

    /** The first connections that a service takes up again after the crash may be dead: 503 says to try once more. */
    private static ValidatableResponse answered(Supplier<Response> request) {
        return await().atMost(RECOVERY).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(200))
                .until(request::get, response -> response.statusCode() != 503).then();
    }

    private RequestSpecification admin() {
        return given().header("Authorization", "Bearer " + key);
    }
}
