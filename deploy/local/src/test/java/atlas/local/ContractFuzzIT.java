package atlas.local;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import atlas.local.fuzz.Findings;
import atlas.local.fuzz.Fuzzer;
import atlas.local.fuzz.Fuzzer.Plan;

/** Valid, boundary and hostile requests to every operation of the served document; with the profile full, many more of them. */
class ContractFuzzIT {

    /** What would get in the way of many requests from one address, and of many webhooks of one partner. */
    private static final Map<String, String> UNLIMITED = Map.of("ATLAS_LIMITS_EXEMPT_LOOPBACK", "true",
            "ATLAS_WEBHOOK_PER_PARTNER", "100000");
    private static final boolean FULL = Boolean.getBoolean("atlas.full");

    @TempDir
    Path data;

    @Test
    void answersEverybodyAsTheDocumentSays() throws IOException, InterruptedException {
        try (RunningSuite suite = RunningSuite.start(data, UNLIMITED).withExports()) {
            String address = suite.address();
            Callers callers = Callers.of(address, suite.key("admin"));
            FuzzStage stage = new FuzzStage(address, callers, new Targets(callers, suite.bootstrap()));
            JsonNode document = new ObjectMapper().readTree(given().get(address + "/openapi").asByteArray());
            Plan plan = new Plan(Long.getLong("atlas.fuzz.seed", 1),
                    Integer.getInteger("atlas.fuzz.requests", FULL ? 6000 : 900),
                    FULL ? 900 : 60);
            System.out.println("fuzzing with " + plan);
            Fuzzer fuzzer = new Fuzzer(address, document, stage, plan);

            Findings findings = fuzzer.run();

            System.out.println(fuzzer.coverage().table());
            assertTrue(findings.isEmpty(),
                    () -> findings.list().size() + " findings\n\n" + String.join("\n\n", findings.list()));
            assertEquals(List.of(), fuzzer.coverage().unreached(), "operations that were never served");
        }
    }
}
