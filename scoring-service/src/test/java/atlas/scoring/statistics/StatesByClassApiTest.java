package atlas.scoring.statistics;

import static atlas.scoring.Api.awaitThat;
import static atlas.scoring.Api.get;
import static atlas.scoring.Given.policy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import atlas.scoring.Given;
import atlas.scoring.ScoringServers;
import atlas.scoring.Wire;
import io.quarkus.test.junit.QuarkusTest;

/** Totals are of the nation, so these tests ask for a time at which nothing else was known. */
@QuarkusTest
@ScoringServers
class StatesByClassApiTest {

    private static final String RECORDED = "1995-01-01T00:00:00Z";
    private static final String STATES = "/v1/statistics/states?as_of=1996-01-01&known_at=1995-06-01T00:00:00Z";

    private static final Given AGENCIES = law("NV", "SANCTUARY").with("instrument", "EXECUTIVE_ORDER").listing("binds",
            "STATE_AGENCIES");
    private static final Given STATUTE = law("HI", "SANCTUARY").listing("binds", "MUNICIPALITIES", "COUNTIES");
    private static final Given RULING = law("ND", "SANCTUARY").with("instrument", "COURT_RULING");
    private static final Given INJUNCTION = law("ME", "SANCTUARY").with("instrument", "INJUNCTION");
    private static final Given COURT_RULE = law("KS", "SANCTUARY").with("instrument", "COURT_RULE");
    private static final Given PREEMPTION = law("AR", "PREEMPTION");
    private static final Given MANDATE = law("MT", "MANDATE");
    private static final Given MUNICIPAL = law("LA", "PREEMPTION").listing("binds", "MUNICIPALITIES");
    private static final Given FOR = law("OK", "SANCTUARY");
    private static final Given AGAINST = law("OK", "PREEMPTION");
    private static final Given NEITHER = law("WV", "OTHER");
    private static final List<Given> LAWS = List.of(AGENCIES, STATUTE, RULING, INJUNCTION, COURT_RULE, PREEMPTION, MANDATE,
            MUNICIPAL, FOR, AGAINST, NEITHER);

    private static boolean recorded;

    @Inject
    Wire wire;

    @BeforeEach
    void recordOnce() throws Exception {
        if (recorded) {
            return;
        }
        wire.registerCounties();
        LAWS.forEach(law -> wire.law("ADDED", law));
        wire.policy("ADDED", policy(UUID.fromString("0197a000-0000-7000-8000-00000000e100")).with("state", "NV")
                .with("county", "32003").from("1990-01-01").to("1997-01-01").version(1, RECORDED));
        awaitThat(STATES + "&binds=COUNTIES,MUNICIPALITIES,STATE_AGENCIES", "items.laws.flatten()", hasSize(LAWS.size() - 1));
        awaitThat("/v1/counties/32003?as_of=1996-01-01", "score", equalTo(3));
        recorded = true;
    }

    @Test
    void groupsStatesByTheLawsThatBindCounties() {
        int registered = get("/v1/counties?limit=1").extract().path("total");

        get(STATES).statusCode(200).body("asOf", equalTo("1996-01-01")).body("knownAt", equalTo("1995-06-01T00:00:00Z"))
                .body("rubric", equalTo("ilrc-2019")).body("choice.binds", contains("COUNTIES"))
                .body("choice.preemption", equalTo(true)).body("choice.courtRulings", equalTo(true))
                .body("counties", equalTo(registered)).body("analyzed", equalTo(1))
                .body("classes.class", contains("SANCTUARY", "ANTI_SANCTUARY", "MIXED", "NONE"))
                .body("classes[0].states", contains("HI", "KS", "ME", "ND")).body("classes[0].foreignBorn", equalTo(480_900))
                .body("classes[1].states", contains("AR", "MT")).body("classes[1].foreignBorn", equalTo(144_800))
                .body("classes[2].states", contains("OK")).body("classes[2].foreignBorn", equalTo(197_600))
                .body("classes[3].states", hasItem("NV")).body("classes.foreignBorn.sum()", equalTo(39_381_500));
    }

    @Test
    void comparesTheImmigrantsWhoLiveInThem() {
        get(STATES).body("immigrants.sanctuary", equalTo(480_900)).body("immigrants.antiSanctuary", equalTo(144_800))
                .body("immigrants.mixed", equalTo(197_600)).body("immigrants.ratio", equalTo(3.32f));
    }

    @Test
    void showsEachStateWithTheLawsBehindItsClass() {
        get(STATES).body("items", hasSize(51)).body("items.find { it.code == 'AR' }.name", equalTo("Arkansas"))
                .body("items.find { it.code == 'AR' }.class", equalTo("ANTI_SANCTUARY"))
                .body("items.find { it.code == 'AR' }.laws.id", contains(PREEMPTION.id().toString()))
                .body("items.find { it.code == 'AR' }.foreignBorn.population", equalTo(125_200))
                .body("items.find { it.code == 'AR' }.foreignBorn.vintage", equalTo("2006-10"))
                .body("items.find { it.code == 'AR' }.counties", equalTo(0))
                .body("items.find { it.code == 'AR' }.coverage", nullValue())
                .body("items.find { it.code == 'OK' }.laws.id",
                        containsInAnyOrder(FOR.id().toString(), AGAINST.id().toString()))
                .body("items.find { it.code == 'NV' }.laws", empty())
                .body("items.find { it.code == 'NV' }.counties", equalTo(2))
                .body("items.find { it.code == 'NV' }.analyzed", equalTo(1))
                .body("items.find { it.code == 'NV' }.coverage", equalTo(0.5f))
                .body("items.find { it.code == 'NV' }.scoreDistribution.counties", contains(0, 0, 0, 0, 1, 0, 0, 0))
                .body("items.find { it.code == 'WV' }.class", equalTo("NONE"))
                .body("classes[3].analyzed", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = { "&binds=COUNTIES,STATE_AGENCIES", "&binds=STATE_AGENCIES&binds=COUNTIES" })
    void ordersToStateAgenciesMayCount(String choice) {
        get(STATES + choice).body("choice.binds", contains("COUNTIES", "STATE_AGENCIES"))
                .body("classes[0].states", contains("HI", "KS", "ME", "ND", "NV"))
                .body("items.find { it.code == 'NV' }.laws.id", contains(AGENCIES.id().toString()))
                .body("immigrants.sanctuary", equalTo(1_004_000)).body("immigrants.ratio", equalTo(6.93f));
    }

    @Test
    void lawsThatBindMunicipalitiesMayCount() {
        get(STATES + "&binds=COUNTIES,MUNICIPALITIES").body("classes[1].states", contains("AR", "LA", "MT"))
                .body("immigrants.antiSanctuary", equalTo(307_600));
        get(STATES + "&binds=MUNICIPALITIES").body("classes[0].states", contains("HI")).body("classes[1].states",
                contains("LA"));
    }

    @Test
    void mandatesAloneMayCount() {
        get(STATES + "&preemption=false").body("choice.preemption", equalTo(false))
                .body("classes[0].states", contains("HI", "KS", "ME", "ND", "OK")).body("classes[1].states", contains("MT"))
                .body("classes[2].states", empty()).body("immigrants.mixed", equalTo(0))
                .body("items.find { it.code == 'AR' }.laws", empty()).body("immigrants.antiSanctuary", equalTo(19_600));
    }

    @Test
    void courtRulingsMayBeLeftOut() {
        get(STATES + "&court_rulings=false").body("choice.courtRulings", equalTo(false))
                .body("classes[0].states", contains("HI", "KS")).body("immigrants.ratio", equalTo(2.91f));
    }

    @Test
    void bothClocksDecideWhichLawsAreInForce() {
        get("/v1/statistics/states?as_of=1980-01-01&known_at=1995-06-01T00:00:00Z").body("classes[3].states", hasSize(51))
                .body("immigrants.sanctuary", equalTo(0)).body("immigrants.ratio", nullValue());
        get("/v1/statistics/states?as_of=1996-01-01&known_at=1994-06-01T00:00:00Z").body("classes[3].states", hasSize(51));
        get("/v1/statistics/states?as_of=1997-01-01&known_at=1995-06-01T00:00:00Z").body("classes[3].states", hasSize(51));
    }

    @ParameterizedTest
    @ValueSource(strings = { "?as_of=1996-01-01&known_at=1995-06-01T00:00:00Z", "?as_of=2013-01-01", "" })
    void unlessChosenOtherwiseTheClassIsTheStates(String moment) {
        List<Map<String, Object>> states = get("/v1/states" + moment).extract().path("items");
        List<Map<String, Object>> standings = get("/v1/statistics/states" + moment).extract().path("items");

        for (int i = 0; i < states.size(); i++) {
            for (String field : List.of("code", "name", "class", "laws", "counties", "analyzed", "scoreDistribution",
                    "foreignBorn")) {
                assertEquals(states.get(i).get(field), standings.get(i).get(field), field);
            }
        }
    }

    @Test
    void scoresByTheRubricAskedFor() {
        get(STATES + "&rubric=ilrc-2019-partial-half").body("rubric", equalTo("ilrc-2019-partial-half"))
                .body("items.find { it.code == 'NV' }.scoreDistribution", hasSize(15))
                .body("items.find { it.code == 'NV' }.scoreDistribution.find { it.score == 3 }.counties", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "binds=CITIES | binds | one or more of COUNTIES, MUNICIPALITIES, STATE_AGENCIES, PRIVATE",
            "binds=COUNTIES, | binds | one or more of COUNTIES, MUNICIPALITIES, STATE_AGENCIES, PRIVATE",
            "preemption=no | preemption | true or false",
            "court_rulings=0 | court_rulings | true or false",
            "as_of=x | as_of | a date between 1900-01-01 and 2099-12-31, for example 2019-12-17" })
    void refusesWhatIsNotValid(String parameter, String field, String message) {
        get("/v1/statistics/states?" + parameter).statusCode(400).contentType("application/problem+json")
                .body("errors.field", contains(field)).body("errors.message", contains(message));
    }

    @Test
    void refusalNamesAllThatIsWrong() {
        get("/v1/statistics/states?binds=x&preemption=x&court_rulings=x").statusCode(400)
                .body("errors.field", contains("binds", "preemption", "court_rulings"));
    }

    private static Given law(String state, String direction) {
        UUID id = UUID.nameUUIDFromBytes((state + direction).getBytes());
        return Given.law(id).with("state", state).with("direction", direction).from("1990-01-01").to("1997-01-01")
                .version(1, RECORDED);
    }
}
