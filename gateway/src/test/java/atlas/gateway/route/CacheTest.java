package atlas.gateway.route;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import atlas.gateway.testing.GatewayTest;
import atlas.gateway.testing.Keys;
import io.restassured.response.Response;

/** What caches between us and the readers may do. */
@GatewayTest
class CacheTest {

    private static final String OPEN = "public, max-age=0, s-maxage=10, must-revalidate";
    private static final String PINNED = "public, max-age=3600";
    private static final String POLICIES = "/v1/counties/24031/policies?";
    private static final String CHANGES = "/v1/statistics/changes?";

    @ParameterizedTest
    @ValueSource(strings = { POLICIES + "as_of=2019-12-17&known_at=2026-01-01T00:00:00Z",
            POLICIES + "known_at=2026-01-01T00:00:00%2B02:00&as_of=2031-01-01&limit=3",
            CHANGES + "from=2017-01-01&to=2019-12-17&known_at=2026-01-01T00:00:00Z" })
    void letsAllKeepWhatStandsStillOnBothClocks(String address) {
        String tag = read(address).then().statusCode(200).header("Cache-Control", PINNED)
                .header("Vary", "Accept, Accept-Encoding, Authorization")
                .extract().header("ETag");
        given().urlEncodingEnabled(false).header("If-None-Match", "*").get(address).then().statusCode(304)
                .header("Cache-Control", PINNED).header("ETag", matchesPattern("\"[A-Za-z0-9_-]{22}\""))
                .header("Vary", "Accept, Accept-Encoding, Authorization");
        assertFalse(tag.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = { POLICIES + "as_of=2019-12-17", POLICIES + "known_at=2026-01-01T00:00:00Z",
            POLICIES + "as_of=2019-12-17&known_at=2199-01-01T00:00:00Z", POLICIES + "as_of=2019-12-17&known_at=then",
            POLICIES + "as_of=2019-12-17&known_at=2026-01-01", CHANGES + "from=2017-01-01&known_at=2026-01-01T00:00:00Z",
            CHANGES + "to=2019-12-17&known_at=2026-01-01T00:00:00Z", "/v1/counties", "/v1/counties?state=GA" })
    void letsSharedCachesAloneKeepWhatAWriteMayChangeAndNotForLong(String address) {
        read(address).then().statusCode(200).header("Cache-Control", OPEN).header("Vary",
                "Accept, Accept-Encoding, Authorization");
    }

    @Test
    void doesNotTakeForSettledWhatWasKnownAnHourAgo() {
        String soon = Instant.now().minus(1, ChronoUnit.HOURS).toString();
        String late = Instant.now().minus(25, ChronoUnit.HOURS).toString();
        read(POLICIES + "as_of=2019-12-17&known_at=" + soon).then().header("Cache-Control", OPEN);
        read(POLICIES + "as_of=2019-12-17&known_at=" + late).then().header("Cache-Control", PINNED);
    }

    /**
     * RFC 9111, 3.5: a shared cache keeps the answer to a request with Authorization only if told so by must-revalidate, public
     * or
     * s-maxage; and 4.1: it gives what it keeps to those requests alone that are the same in what Vary names.
     */
    @ParameterizedTest
    @ValueSource(strings = { "/v1/acts/same", POLICIES + "as_of=2019-12-17&known_at=2026-01-01T00:00:00Z", "/v1/events",
            "/v1/partners" })
    void givesNobodyTheAnswerToAnothersKey(String address) {
        String keeping = given().header("Authorization", "Bearer " + Keys.admin()).get(address).then().statusCode(200)
                .header("Cache-Control", equalTo("private, no-cache")).header("Vary", containsString("Authorization")).extract()
                .header("Cache-Control");
        assertFalse(keeping.contains("public") || keeping.contains("s-maxage") || keeping.contains("must-revalidate"));
    }

    @Test
    void keepsNoRefusalAndNoSecret() {
        for (String address : new String[] { "/v1/nothing", "/v1/counties?nonsense=1", "/v1/partners", "/v1/acts/private" }) {
            read(address).then().header("Cache-Control", "no-store");
        }
    }

    @Test
    void keepsDocumentsAWhileAndAsksForPages() {
        for (String document : new String[] { "/openapi", "/asyncapi", "/schemas/event/1" }) {
            read(document).then().statusCode(200).header("Cache-Control", "public, max-age=300");
        }
        for (String page : new String[] { "/", "/docs", "/docs/docs.js", "/problems/not-found" }) {
            read(page).then().statusCode(200).header("Cache-Control", OPEN);
        }
    }

    private static Response read(String address) {
        return given().urlEncodingEnabled(false).get(address);
    }
}
