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
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.restassured.http.ContentType;

/** Stopping leaves nothing behind, starting again finds the data, and a process that dies comes back. */
class StopAndStartIT {

    private static final Duration RECOVERY = Duration.ofSeconds(60);

    @TempDir
    Path data;

    @Test
    void findsItsDataAgainAndRestartsWhatDies() throws IOException, InterruptedException {
        try (RunningSuite first = RunningSuite.start(data, "--no-data")) {
            given().header("Authorization", "Bearer " + first.key("admin")).contentType(ContentType.JSON).body("""
                    { "factor": "NO_287G", "stance": "ENTANGLED", "instrument": "CONTRACT", "title": "Agreement",
                      "sources": [{ "title": "Agreement" }] }""").post(first.address() + "/v1/counties/10001/policies").then()
                    .statusCode(201);
            List<Long> pids = first.pids();

            assertEquals(0, first.stop());
            pids.forEach(pid -> assertTrue(ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty() || isZombie(pid),
                    "process " + pid + " is left"));
        }
        try (RunningSuite second = RunningSuite.start(data, "--no-data")) {
            String county = second.address() + "/v1/counties/10001";
            given().get(county).then().statusCode(200).body("factors[0].basis", equalTo("CONTRACT"));

            long scoring = second.pid("scoring-service");
            ProcessHandle.of(scoring).orElseThrow().destroyForcibly();

            await().atMost(RECOVERY).pollInterval(Duration.ofMillis(200))
                    .until(() -> second.pid("scoring-service") != scoring);
            await().atMost(RECOVERY).pollInterval(Duration.ofMillis(200)).ignoreExceptions()
                    .untilAsserted(() -> given().get(county).then().statusCode(200).body("score", equalTo(1)));
            assertTrue(second.output().stream().anyMatch(line -> line.contains("scoring-service")), "the restart is said");
        }
    }

    private static boolean isZombie(long pid) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid), "stat")).contains(") Z ");
        } catch (IOException e) {
            return true;
        }
    }
}
