package atlas.scoring.changes;

import static atlas.scoring.Api.get;
import static atlas.scoring.changes.OregonRecords.DAYS;
import static atlas.scoring.changes.OregonRecords.MANDATE;
import static atlas.scoring.changes.OregonRecords.REQUIREMENT;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import atlas.scoring.ScoringServers;
import atlas.scoring.Wire;
import atlas.service.time.Today;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@ScoringServers
class ChangesApiTest {

    @Inject
    Wire wire;
    @Inject
    Today time;

    @BeforeEach
    void records() throws Exception {
        OregonRecords.send(wire);
    }

    @Test
    void countsWhatChanged() {
        changes(DAYS + "&state=OR").statusCode(200)
                .body("from", equalTo("2017-01-01")).body("to", equalTo("2019-09-30"))
                .body("knownAt", equalTo("2020-05-01T00:00:00Z")).body("rubric", equalTo("ilrc-2019"))
                .body("state", equalTo("OR")).body("counties", equalTo(4))
                .body("changed", equalTo(4)).body("increased", equalTo(2)).body("decreased", equalTo(1));
    }

    @Test
    void tellsChangesAgainstAnAssumedResultApart() {
        changes(DAYS + "&state=OR")
                .body("analyzed.from", equalTo(2)).body("analyzed.to", equalTo(4)).body("analyzed.either", equalTo(4))
                .body("analyzed.both", equalTo(2))
                .body("documented.changed", equalTo(2)).body("documented.increased", equalTo(1))
                .body("documented.decreased", equalTo(0));
        changes(DAYS + "&state=ND").body("changed", equalTo(1)).body("increased", equalTo(1))
                .body("analyzed.either", equalTo(1))
                .body("documented.changed", equalTo(0)).body("counties", equalTo(2));
    }

    @Test
    void countsGainedAndLostFactorByFactor() {
        changes(DAYS + "&state=OR")
                .body("byFactor.factor", contains("NO_287G", "NO_DETENTION_CONTRACT", "LIMITS_ICE_HOLDS",
                        "LIMITS_ICE_NOTIFICATIONS", "LIMITS_ICE_INTERROGATIONS", "PROHIBITS_STATUS_INQUIRY",
                        "PROHIBITS_ASSISTANCE"))
                .body("byFactor.gained", contains(1, 0, 0, 0, 1, 2, 1))
                .body("byFactor.lost", contains(0, 2, 1, 0, 0, 0, 0))
                .body("byFactor.strengthened", everyItem(equalTo(0))).body("byFactor.weakened", everyItem(equalTo(0)))
                .body("byFactor.documented.gained", contains(1, 0, 0, 0, 0, 1, 1))
                .body("byFactor.documented.lost", contains(0, 1, 1, 0, 0, 0, 0));
    }

    @Test
    void countsEachCountyOnceForWhatDroveItsChanges() {
        changes(DAYS + "&state=OR")
                .body("byCause.basis", contains("STATE_LAW", "COUNTY_POLICY", "CONTRACT"))
                .body("byCause.counties", contains(3, 1, 2))
                .body("byCause.gained", contains(2, 1, 1)).body("byCause.lost", contains(1, 0, 2))
                .body("byLaw.id", contains(REQUIREMENT.id().toString(), MANDATE.id().toString()))
                .body("byLaw[0].title", equalTo("HB 3464")).body("byLaw.state", contains("OR", "OR"))
                .body("byLaw.direction", contains("SANCTUARY", "MANDATE"))
                .body("byLaw.counties", contains(2, 1)).body("byLaw.gained", contains(2, 0)).body("byLaw.lost", contains(0, 1))
                .body("records", equalTo(4));
    }

    @Test
    void usesTheKnowledgeOfItsTime() {
        changes(DAYS + "&state=OR&known_at=2020-02-01T00:00:00Z").body("knownAt", equalTo("2020-02-01T00:00:00Z"))
                .body("changed", equalTo(4)).body("decreased", equalTo(2)).body("byFactor[6].gained", equalTo(0))
                .body("records", equalTo(3));
        changes(DAYS + "&state=OR&known_at=2019-02-01T00:00:00Z").body("changed", equalTo(0))
                .body("analyzed.either", equalTo(0)).body("byLaw", empty()).body("byCause.counties", contains(0, 0, 0));
    }

    @Test
    void weighsStrengthWhereTheRubricDoes() {
        String days = "from=2018-02-01&to=2018-04-01&state=OR";
        changes(days).body("changed", equalTo(0)).body("analyzed.both", equalTo(3));
        changes(days + "&rubric=ilrc-2019-partial-half").body("rubric", equalTo("ilrc-2019-partial-half"))
                .body("changed", equalTo(1)).body("increased", equalTo(1)).body("byFactor[2].strengthened", equalTo(1))
                .body("byFactor[2].gained", equalTo(0)).body("byFactor[2].documented.strengthened", equalTo(1))
                .body("byCause.counties", contains(0, 1, 0)).body("byCause.gained", contains(0, 0, 0))
                .body("records", equalTo(1));
    }

    @Test
    void aDayDoesNotDifferFromItself() {
        changes("from=2019-09-30&to=2019-09-30&state=OR").body("changed", equalTo(0)).body("analyzed.both", equalTo(4));
    }

    @Test
    void asksOfTheNationUntilTodayUnlessToldOtherwise() {
        changes("from=2017-01-01").body("state", nullValue()).body("to", equalTo(time.today().toString()))
                .body("counties", greaterThanOrEqualTo(28)).body("changed", greaterThanOrEqualTo(5));
    }

    @ParameterizedTest
    @CsvSource({ "to=2019-09-30, from", "from=2019-10-01&to=2019-09-30, from", "from=2019, from",
            "from=2017-01-01&to=x, to", "from=2017-01-01&state=ZZ, state", "from=2017-01-01&known_at=x, known_at",
            "from=2017-01-01&rubric=mine, rubric" })
    void refusesWhatIsNotValid(String query, String field) {
        for (String list : new String[] { "", "/counties", "/causes" }) {
            get("/v1/statistics/changes" + list + "?" + query).statusCode(400).contentType("application/problem+json")
                    .body("errors.field", contains(field));
        }
    }

    private static ValidatableResponse changes(String query) {
        return get("/v1/statistics/changes?" + query);
    }
}
