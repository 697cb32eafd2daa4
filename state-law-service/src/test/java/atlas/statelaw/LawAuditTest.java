package atlas.statelaw;

import static atlas.statelaw.Calls.as;
import static atlas.statelaw.Calls.reader;
import static atlas.statelaw.Calls.recorded;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import atlas.service.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;

/** What was done to laws and through whom is kept, and sealed. */
@QuarkusTest
@LawServers
class LawAuditTest {

    private static final String AUDIT = "/v1/audit/laws";

    @Inject
    Tables tables;

    @Test
    void keepsAndSealsWhatWasDone() {
        String law = recorded(Said.mandate("Audited"));
        await().atMost(Duration.ofSeconds(60)).until(() -> tables.count("audit_unchained") == 0);

        as(TestTokens.admin()).get(AUDIT + "?subject=" + law.substring(law.lastIndexOf('/') + 1)).then().statusCode(200)
                .body("total", equalTo(1)).body("items[0].action", equalTo("law.added"))
                .body("items[0].after.title", equalTo("Audited")).body("items[0].before", nullValue())
                .body("items[0].hash", matchesPattern("[0-9a-f]{64}"));
        as(TestTokens.admin()).get(AUDIT + "/verification").then().statusCode(200).body("ok", equalTo(true));
        reader().get(AUDIT).then().statusCode(403);
        reader().get(AUDIT + "/verification").then().statusCode(403);
    }
}
