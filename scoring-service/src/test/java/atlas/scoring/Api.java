package atlas.scoring;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;

import org.hamcrest.Matcher;

import atlas.service.testing.TestTokens;
import io.restassured.response.ValidatableResponse;

/** Asks the service as the gateway does. The token outlives the days that tests let pass. */
public final class Api {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TOKEN = TestTokens.token("scoring-service", Duration.ofDays(3_650), Set.of(), Set.of(),
            Set.of());

    private static final String ADMIN = TestTokens.token("scoring-service", Duration.ofDays(3_650), Set.of("admin"), Set.of(),
            Set.of());

    private Api() {
    }

    /** @param path as it stands on the wire: escaped where need be */
    public static ValidatableResponse get(String path) {
        return given().urlEncodingEnabled(false).auth().oauth2(TOKEN).redirects().follow(false).get(path).then();
    }

    /** @param body as it stands on the wire: JSON */
    public static ValidatableResponse post(String path, String body) {
        return given().auth().oauth2(TOKEN).contentType("application/json").body(body).post(path).then();
    }

    /** As an administrator. */
    public static ValidatableResponse admin(String method, String path) {
        return given().auth().oauth2(ADMIN).request(method, path).then();
    }

    /** Asks again until the answer has what is awaited. */
    public static void awaitThat(String path, String field, Matcher<?> expected) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> get(path).statusCode(200).body(field, expected));
    }
}
