package atlas.scoring.state;

import static atlas.scoring.Api.awaitThat;
import static atlas.scoring.Api.get;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import atlas.scoring.Given;
import atlas.scoring.ScoringServers;
import atlas.scoring.Wire;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@ScoringServers
class StateApiTest {

    private static final String INQUIRY = "PROHIBITS_STATUS_INQUIRY";
    private static final Given SANCTUARY = law("c001").with("direction", "SANCTUARY").from("2010-01-01").to("2014-01-01")
            .that("REQUIRES", INQUIRY);
    private static final Given MANDATE = law("c002").with("direction", "MANDATE").from("2012-01-01")
            .that("MANDATES", INQUIRY).court("2016-01-01", "STRUCK_DOWN");
    private static final Given AGENCIES = law("c003").with("direction", "SANCTUARY").listing("binds", "STATE_AGENCIES")
            .from("2011-01-01");
    private static final Given DESCRIBED = law("c004").with("direction", "OTHER").from("2011-01-01").version(1,
            "2020-03-01T00:00:00Z");

    private static boolean recorded;

    @Inject
    Wire wire;

    @BeforeEach
    void recordOnce() throws Exception {
        if (recorded) {
            return;
        }
        wire.registerCounties();
        wire.law("ADDED", SANCTUARY);
        wire.law("ADDED", MANDATE);
        wire.law("ADDED", AGENCIES);
        wire.law("ADDED", DESCRIBED);
        awaitThat("/v1/states/AK?as_of=2013-01-01", "otherLaws", hasSize(2));
        awaitThat("/v1/states/AK?as_of=2013-01-01", "laws", hasSize(2));
        recorded = true;
    }

    @ParameterizedTest
    @CsvSource({ "2009-12-31, NONE, 0", "2010-01-01, SANCTUARY, 2", "2012-01-01, MIXED, 2", "2014-01-01, ANTI_SANCTUARY, 2",
            "2016-01-01, NONE, 0" })
    void classFollowsTheLawsInForceThatBindCounties(String asOf, String expected, int analyzed) {
        get("/v1/states/AK?as_of=" + asOf).statusCode(200).body("class", equalTo(expected)).body("analyzed", equalTo(analyzed));
    }

    @Test
    void showsTheLawsBehindTheClassAndTheOthersApart() {
        get("/v1/states/AK?as_of=2013-01-01").body("code", equalTo("AK")).body("name", equalTo("Alaska"))
                .body("asOf", equalTo("2013-01-01")).body("knownAt", equalTo("2020-03-01T00:00:00Z"))
                .body("rubric", equalTo("ilrc-2019"))
                .body("laws.id", contains(MANDATE.id().toString(), SANCTUARY.id().toString()))
                .body("laws[0].title", equalTo("Law " + MANDATE.id())).body("laws[0].direction", equalTo("MANDATE"))
                .body("laws[0].instrument", equalTo("STATUTE")).body("laws[0].effectiveFrom", equalTo("2012-01-01"))
                .body("otherLaws.id", contains(DESCRIBED.id().toString(), AGENCIES.id().toString()))
                .body("otherLaws[1].binds", contains("STATE_AGENCIES"));
        get("/v1/states/AK?as_of=2013-01-01&known_at=2020-02-01T00:00:00Z").body("otherLaws", hasSize(1));
        get("/v1/states/AK?as_of=2013-01-01&known_at=2019-02-01T00:00:00Z").body("laws", empty()).body("analyzed", equalTo(0));
    }

    @Test
    void distributionHasEveryScore() {
        get("/v1/states/AK?as_of=2011-06-01").body("counties", equalTo(2))
                .body("scoreDistribution.score", contains(7, 6, 5, 4, 3, 2, 1, 0))
                .body("scoreDistribution.counties", contains(0, 0, 0, 0, 2, 0, 0, 0))
                .body("scoreDistribution.tier", everyItem(notNullValue()));
    }

    @Test
    void listsFiftyStatesAndDc() {
        get("/v1/states?as_of=2013-01-01").statusCode(200).body("total", equalTo(51)).body("items", hasSize(51))
                .body("next", nullValue()).body("items.find { it.code == 'AK' }.class", equalTo("MIXED"))
                .body("items.find { it.code == 'WY' }.counties", equalTo(0)).body("items.code", hasItem("DC"));
    }

    @Test
    void saysHowManyImmigrantsLiveThereAndWhoCounted() {
        get("/v1/states/WY?as_of=2013-01-01").statusCode(200).body("foreignBorn.population", equalTo(17_300))
                .body("foreignBorn.share", equalTo(0.031f)).body("foreignBorn.vintage", equalTo("2006-10"))
                .body("foreignBorn.source.title", equalTo("American Community Survey 2006-10 (5-year)"))
                .body("foreignBorn.source.publisher", equalTo("US Census Bureau"))
                .body("foreignBorn.source.method", containsString("2010 census"));
        get("/v1/states").body("items.foreignBorn.population.sum()", equalTo(39_381_500))
                .body("items.find { it.code == 'DC' }.foreignBorn.population", equalTo(78_200));
    }

    @ParameterizedTest
    @CsvSource({ "/v1/states/ZZ, code", "/v1/states/AK?as_of=x, as_of", "/v1/states?known_at=x, known_at" })
    void refusesWhatIsNotValid(String path, String field) {
        get(path).statusCode(400).contentType("application/problem+json").body("errors.field", contains(field));
    }

    private static Given law(String end) {
        return Given.law(UUID.fromString("0197a000-0000-7000-8000-00000000" + end)).with("state", "AK");
    }
}
