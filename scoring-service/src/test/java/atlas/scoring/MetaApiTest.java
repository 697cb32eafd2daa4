package atlas.scoring;

import static atlas.scoring.Api.awaitThat;
import static atlas.scoring.Api.get;
import static atlas.scoring.Given.policy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import atlas.service.time.Today;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@ScoringServers
class MetaApiTest {

    @Inject
    Wire wire;

    @Inject
    Today time;

    @BeforeEach
    void counties() throws Exception {
        wire.registerCounties();
    }

    @Test
    void showsHowScoresAreMade() {
        get("/v1/rubrics").statusCode(200).body("total", equalTo(2)).body("items.name",
                contains("ilrc-2019", "ilrc-2019-partial-half"));
        get("/v1/rubrics/ilrc-2019").statusCode(200).body("version", equalTo(1))
                .body("rules.name", contains("state-law", "contract", "restriction", "default"))
                .body("factors", hasSize(7)).body("factors[0].code", equalTo("NO_287G"))
                .body("factors[0].kind", equalTo("CONTRACT"))
                .body("factors[0].full", equalTo(1)).body("tiers", hasSize(8)).body("tiers[7].maxScore", equalTo(0))
                .body("tiers[0].publishedWording.source.page", equalTo("Strength of sanctuary policies across the country"));
        get("/v1/rubrics/mine").statusCode(404).contentType("application/problem+json");
    }

    @Test
    void tellsWhenEachPartWasLastUpdated() {
        wire.policy("ADDED", policy().with("county", "24017").with("scope", "CITY").with("agency", "Laurel")
                .version(1, "2030-01-01T00:00:00Z"));
        wire.policy("ADDED", policy().with("county", "24017").version(1, "2029-12-31T00:00:00Z"));

        awaitThat("/v1/freshness", "policies.recordedAt", equalTo("2030-01-01T00:00:00Z"));
        awaitThat("/v1/freshness", "scores.recordedAt", notNullValue());
        get("/v1/freshness").body("counties.count", greaterThanOrEqualTo(SmallRegistry.COUNTIES.size()))
                .body("counties.recordedAt", matchesPattern("20\\d\\d-.*Z")).body("policies.count", greaterThanOrEqualTo(2))
                .body("laws.count", greaterThanOrEqualTo(0)).body("scores.count", greaterThanOrEqualTo(1))
                .body("asOf", equalTo(time.today().toString()));
    }
}
