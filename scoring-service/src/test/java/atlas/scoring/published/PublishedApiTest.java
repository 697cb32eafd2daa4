package atlas.scoring.published;

import static atlas.scoring.Api.get;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import atlas.scoring.ScoringServers;
import atlas.scoring.Wire;
import io.quarkus.test.junit.QuarkusTest;

/** Other tests record what they like in the same service: only what was known before any of it is sure. */
@QuarkusTest
@ScoringServers
class PublishedApiTest {

    private static final String PATH = "/v1/published-figures?known_at=2019-12-31T00:00:00Z";

    @Inject
    Wire wire;

    @BeforeEach
    void registerCounties() throws Exception {
        wire.registerCounties();
    }

    @Test
    void standsForTheMonthOfTheReportsTables() {
        get("/v1/published-figures").statusCode(200).body("asOf", equalTo("2019-09-30")).body("rubric", equalTo("ilrc-2019"))
                .body("source.title", containsString("Growing the Resistance")).body("source.publisher", notNullValue())
                .body("source.published", equalTo("2019-12-17")).body("publishedAnalyzed", equalTo(2960))
                .body("items", hasSize(49)).body("total", equalTo(49)).body("next", nullValue())
                .body("contradictions", hasSize(12));
        get(PATH + "&as_of=2018-01-01").body("asOf", equalTo("2018-01-01"))
                .body("knownAt", equalTo("2019-12-31T00:00:00Z"));
    }

    @Test
    void showsEachFigureAsPublishedBesideWhatIsComputed() {
        String holds = "items.find { it.id == 'policy-types.LIMITS_ICE_HOLDS' }";
        get(PATH).body("analyzed", equalTo(0)).body("coverage", equalTo(0.0f)).body("counties", greaterThan(0))
                .body(holds + ".label", equalTo("Counties that refuse or restrict ICE holds"))
                .body(holds + ".value", equalTo(715)).body(holds + ".unit", equalTo("counties"))
                .body(holds + ".qualifier", nullValue()).body(holds + ".percent", equalTo(24))
                .body(holds + ".percentOf", equalTo(2960)).body(holds + ".asOf", equalTo("2019-09"))
                .body(holds + ".publishedWording", equalTo("Restrict, or Refuse, ICE Holds"))
                .body(holds + ".section", notNullValue()).body(holds + ".factor", equalTo("LIMITS_ICE_HOLDS"))
                .body(holds + ".computed", equalTo(0)).body(holds + ".difference", equalTo(-715))
                .body(holds + ".computedShare", nullValue())
                .body(holds + ".computedAs",
                        equalTo("of the counties analyzed, those that protect LIMITS_ICE_HOLDS on the day"))
                .body(holds + ".notes", hasSize(2)).body(holds + ".measure", nullValue());
    }

    @Test
    void aQualifierAndTheKnownContradictionsStandBesideTheFigure() {
        String increased = "items.find { it.id == 'changes.increased-percent' }";
        get(PATH).body(increased + ".qualifier", equalTo("ABOUT")).body(increased + ".period", equalTo("2016 to 2019"))
                .body(increased + ".notes", hasItem(containsString("15.1%")))
                .body("contradictions.id", hasItem("sixteen-percent"));
        String arrests = "items.find { it.id == 'arrests.california-drop' }";
        get(PATH).body(arrests + ".computed", nullValue()).body(arrests + ".difference", nullValue())
                .body(arrests + ".computedAs", containsString("Not computed"));
    }

    @ParameterizedTest
    @CsvSource({ "policy-types, 7", "score-distribution, 8" })
    void showsOneTable(String table, int figures) {
        get(PATH + "&table=" + table).body("items", hasSize(figures)).body("total", equalTo(figures))
                .body("items.table", everyItem(equalTo(table)));
        get(PATH).body("items.table", not(everyItem(equalTo(table))));
    }

    @ParameterizedTest
    @CsvSource({ "table=prose, table", "as_of=x, as_of", "known_at=x, known_at" })
    void refusesWhatIsNotValid(String query, String field) {
        get("/v1/published-figures?" + query).statusCode(400).contentType("application/problem+json")
                .body("errors.field", contains(field));
    }
}
