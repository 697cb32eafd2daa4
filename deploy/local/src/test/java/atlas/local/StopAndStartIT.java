package atlas.local;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.restassured.http.ContentType;

/**
 * Stopping leaves nothing behind, starting again finds the data and turns the days that came in the meantime, and a process
 * that
 * dies comes back.
 */
class StopAndStartIT {

    private static final Duration RECOVERY = Duration.ofSeconds(60);
    /** Zones that are never on the same day: for the suite that starts again, a midnight has passed at least. */
    private static final Map<String, String> BEFORE = Map.of("ATLAS_ZONE", "Etc/GMT+12", "ATLAS_EXPORTS_MADE", "false");
    private static final Map<String, String> AFTER = Map.of("ATLAS_ZONE", "Etc/GMT-14", "ATLAS_EXPORTS_MADE", "false");
    private static final String TURNS = "/v1/events?type=atlas.score.changed&limit=500&county=";

    @TempDir
    Path data;

    @Test
    void findsItsDataAgainAndRestartsWhatDies() throws IOException, InterruptedException {
        String tomorrow = LocalDate.now(ZoneId.of(BEFORE.get("ATLAS_ZONE"))).plusDays(1).toString();
        try (RunningSuite first = RunningSuite.start(data, BEFORE, "--no-data")) {
            record(first, "10001", "");
            record(first, "10003", "\"effectiveFrom\": \"" + tomorrow + "\",");
            await().atMost(RECOVERY).untilAsserted(() -> given().get(first.address() + "/v1/counties/10003?as_of=" + tomorrow)
                    .then().body("score", equalTo(1)));
            given().get(first.address() + "/v1/counties/10003").then().body("status", equalTo("NO_INFORMATION"));
            given().get(first.address() + TURNS + "10003").then().body("total", equalTo(0));
            List<Long> pids = first.pids();

            assertEquals(0, first.stop());
            pids.forEach(pid -> assertTrue(ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty() || isZombie(pid),
                    "process " + pid + " is left"));
        }
        try (RunningSuite second = RunningSuite.start(data, AFTER, "--no-data")) {
            String county = second.address() + "/v1/counties/10001";
            given().get(county).then().statusCode(200).body("factors[0].basis", equalTo("CONTRACT"));
            await().atMost(RECOVERY).untilAsserted(() -> assertTurnedOnce(second.address(), tomorrow));

            long scoring = second.pid("scoring-service");
            ProcessHandle.of(scoring).orElseThrow().destroyForcibly();

            await().atMost(RECOVERY).pollInterval(Duration.ofMillis(200))
                    .until(() -> second.pid("scoring-service") != scoring);
            await().atMost(RECOVERY).pollInterval(Duration.ofMillis(200)).ignoreExceptions()
                    .untilAsserted(() -> given().get(county).then().statusCode(200).body("score", equalTo(1)));
            assertTrue(second.output().stream().anyMatch(line -> line.contains("scoring-service")), "the restart is said");
            record(second, "10005", "");
            await().atMost(RECOVERY).untilAsserted(() -> given().get(second.address() + TURNS + "10005").then()
                    .body("total", equalTo(1)));
            assertTurnedOnce(second.address(), tomorrow);
        }
    }

    private static void record(RunningSuite suite, String county, String dates) throws IOException {
        given().header("Authorization", "Bearer " + suite.key("admin")).contentType(ContentType.JSON).body("""
                { "factor": "NO_287G", "stance": "ENTANGLED", "instrument": "CONTRACT", "title": "Agreement", %s
                  "sources": [{ "title": "Agreement" }] }""".formatted(dates))
                .post(suite.address() + "/v1/counties/" + county + "/policies").then().statusCode(201);
    }

    /** What was recorded for a day that came while nothing ran is told once, of that day. */
    private static void assertTurnedOnce(String address, String day) {
        given().get(address + TURNS + "10003").then().body("total", equalTo(1))
                .body("items[0].data.cause.kind", equalTo("DAY_TURNED")).body("items[0].data.from", equalTo(day))
                .body("items[0].data.after.score", equalTo(1));
    }

    private static boolean isZombie(long pid) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid), "stat")).contains(") Z ");
        } catch (IOException e) {
            return true;
        }
    }
}
