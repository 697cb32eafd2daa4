package atlas.local;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The whole data set as files, made by the packaged suite of the report's data. */
class ExportsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** So slow that writing goes on over the ends of several intervals of ten seconds. */
    private static final Duration PACE = Duration.ofMillis(280);
    private static final int LARGEST_MAP = 1_500_000;
    /** Where {@code deploy/checks/datapackage} looks for it. */
    private static final Path LEFT_FOR_CHECKS = Path.of(System.getProperty("atlas.home"), "deploy/local/target/exports");

    @RegisterExtension
    static final SharedSuite SHARED = SharedSuite.ofTheReport();

    private static RunningSuite suite;
    private static String address;

    @BeforeAll
    static void meet() throws IOException {
        suite = SHARED.running();
        address = suite.address();
    }

    @Test
    void tellsWhatTheApiTells() throws IOException {
        record("56003", "Told by files and API alike");
        Download all = awaitRecord("Told by files and API alike");
        String moment = "as_of=" + all.list().path("asOf").asText() + "&known_at=" + all.list().path("knownAt").asText();

        assertTrue(all.list().path("complete").asBoolean());
        assertRows(all, "counties", total("/v1/counties?limit=1&" + moment));
        assertRows(all, "policies", total("/v1/policies?include=history&limit=1"));
        assertRows(all, "laws", total("/v1/laws?include=history&limit=1"));
        assertRows(all, "events", total("/v1/events?limit=1"));
        assertEquals(read("/v1/events?limit=1").path("last").asText(), all.list().path("lastEvent").asText());
        JsonNode county = read("/v1/counties?q=Autauga&state=AL&" + moment).path("items").path(0);
        assertEquals(county, all.lines("counties.ndjson").get(0));
        assertEquals(read("/v1/policies?include=history&limit=1").path("items").path(0), all.lines("policies.ndjson").get(0));
        assertEquals(read("/v1/events?limit=1").path("items").path(0), all.lines("events.ndjson").get(0));
        assertEquals(total("/v1/counties/24031/history"),
                all.cells("scores.csv").stream().filter(row -> row.get(0).equals("24031")).count());
        assertEquals("01001", all.cells("counties.csv").get(1).get(0));
    }

    @Test
    void isAPackageThatOpensWithTheHashesOfWhatIsInIt() throws IOException {
        Download all = await().atMost(PATIENCE).ignoreExceptions().until(() -> Download.newest(address),
                one -> one.item("policies.csv").path("rows").asInt() > 0);
        Map<String, byte[]> entries = unpacked(all.files().get("atlas.zip"));
        JsonNode descriptor = JSON.readTree(entries.get("datapackage.json"));
        Set<String> described = new HashSet<>(Set.of("datapackage.json", "README.txt"));

        for (JsonNode resource : descriptor.path("resources")) {
            byte[] bytes = entries.get(resource.path("path").asText());
            assertEquals(resource.path("bytes").asLong(), bytes.length);
            assertEquals(resource.path("hash").asText(), "sha256:" + Download.sha256(bytes));
            described.add(resource.path("path").asText());
        }

        assertEquals(entries.keySet(), described);
        assertEquals(all.list().path("version"), descriptor.path("version"));
        assertEquals("CC-BY-4.0", descriptor.at("/licenses/0/name").asText());
        assertTrue(new String(entries.get("README.txt"), java.nio.charset.StandardCharsets.UTF_8)
                .contains(all.list().path("citation").asText()));
        JsonNode map = JSON.readTree(all.files().get("counties.geojson"));
        assertEquals(3142, map.path("features").size());
        map.path("features").forEach(
                feature -> assertTrue(feature.path("geometry").has("coordinates"), feature.path("id").asText()));
        assertTrue(all.item("counties.geojson").path("gzipBytes").asInt() < LARGEST_MAP);
        leaveForChecks(entries);
    }

    @Test
    void hasWhatIsWrittenDuringTheMakingInAllFilesOrInNone() throws Exception {
        List<String> counties = read("/v1/counties?state=NE&status=NO_INFORMATION&limit=90").path("items")
                .findValuesAsText("fips");
        CompletableFuture<Void> writing = CompletableFuture
                .runAsync(() -> counties.forEach(ExportsIT::recordAfterAMoment));
        Set<String> versions = new HashSet<>();
        Set<Integer> sizes = new HashSet<>();
        while (!writing.isDone() || !sizes.contains(counties.size())) {
            Download cut = Download.newest(address, "policies.ndjson", "counties.ndjson", "events.ndjson", "scores.ndjson");
            if (versions.add(cut.list().path("version").asText())) {
                sizes.add(assertOneState(cut));
            }
            await().atMost(PATIENCE).until(() -> sizes.contains(counties.size()) || !read("/v1/exports").path("version")
                    .asText().equals(cut.list().path("version").asText()));
        }
        writing.get();
        assertTrue(sizes.size() > 2, "the files were made while records were written: " + sizes);
    }

    /** How many of the records are in it. */
    private static int assertOneState(Download cut) throws IOException {
        assertTrue(cut.list().path("complete").asBoolean());
        Map<String, String> recorded = new TreeMap<>();
        cut.lines("policies.ndjson").stream().filter(one -> one.path("title").asText().equals("Written all the while"))
                .forEach(one -> recorded.put(one.path("county").asText(), one.path("id").asText()));
        Map<String, String> told = new TreeMap<>();
        Map<String, String> causes = new TreeMap<>();
        Set<String> moved = new HashSet<>();
        for (JsonNode event : cut.lines("events.ndjson")) {
            JsonNode after = event.at("/data/after");
            if (after.path("title").asText().equals("Written all the while")) {
                told.put(after.path("county").asText(), after.path("id").asText());
                causes.put(event.path("id").asText(), after.path("county").asText());
            }
        }
        cut.lines("events.ndjson").forEach(event -> moved.add(causes.get(event.at("/data/cause/event").asText())));
        moved.remove(null);

        assertEquals(recorded, told);
        assertEquals(recorded, behindAFactor(cut.lines("counties.ndjson")));
        assertEquals(recorded, behindAFactor(cut.lines("scores.ndjson")));
        assertEquals(recorded.keySet(), moved);
        return recorded.size();
    }

    /** The record behind the ICE holds of each county, by its code. */
    private static Map<String, String> behindAFactor(List<JsonNode> lines) {
        Map<String, String> behind = new TreeMap<>();
        lines.stream().filter(line -> line.path("state").asText().equals("NE")).forEach(line -> {
            String id = line.at("/factors/2/records/0").asText();
            if (!id.isEmpty()) {
                behind.put(line.path("fips").asText(), id);
            }
        });
        return behind;
    }

    private static void assertRows(Download all, String table, long rows) throws IOException {
        List<List<String>> cells = all.cells(table + ".csv");
        assertEquals(rows, cells.size() - 1, table);
        assertEquals(rows, all.lines(table + ".ndjson").size(), table);
        assertEquals(rows, all.item(table + ".csv").path("rows").asLong(), table);
        cells.forEach(row -> assertEquals(cells.get(0).size(), row.size(), table + ": " + row));
    }

    private static Download awaitRecord(String title) {
        return await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            Download one = Download.newest(address);
            boolean whole = one.text("policies.csv").contains(title)
                    && one.list().path("lastEvent").equals(read("/v1/events?limit=1").path("last"));
            return whole ? one : null;
        }, one -> one != null);
    }

    private static void record(String county, String title) {
        try {
            given().header("Authorization", "Bearer " + suite.key("admin")).contentType("application/json")
                    .body(Targets.policy(title)).post(address + "/v1/counties/" + county + "/policies").then().statusCode(201);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void recordAfterAMoment(String county) {
        long begin = System.nanoTime();
        await().until(() -> System.nanoTime() - begin > PACE.toNanos());
        record(county, "Written all the while");
    }

    private static Map<String, byte[]> unpacked(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    private static void leaveForChecks(Map<String, byte[]> entries) throws IOException {
        Files.createDirectories(LEFT_FOR_CHECKS);
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            Files.write(LEFT_FOR_CHECKS.resolve(entry.getKey()), entry.getValue());
        }
    }

    private static JsonNode read(String path) throws IOException {
        return JSON.readTree(given().urlEncodingEnabled(false).get(address + path).then().statusCode(200).extract().asString());
    }

    private static long total(String path) throws IOException {
        return read(path).path("total").asLong();
    }
}
