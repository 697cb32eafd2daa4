package atlas.scoring.frontier;

import static atlas.scoring.Api.awaitThat;
import static atlas.scoring.Api.get;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;
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
class FrontierApiTest {

    private static final String PATH = "/v1/frontier?state=VA&as_of=2019-06-01";

    private static final Given COURT_RULE = law("f001").with("instrument", "COURT_RULE").with("direction", "OTHER")
            .with("citation", "Rule 7").listing("binds", "STATE_AGENCIES").from("2019-01-01")
            .listing("topics", "COURTHOUSE_ARRESTS", "DATA_SHARING")
            .with("sources", List.of(Map.of("title", "Rules of court")));
    private static final Given NEWER = law("f002").listing("binds").from("2019-05-01").listing("topics", "DATA_SHARING")
            .that("REQUIRES", "LIMITS_ICE_HOLDS", "51999");
    private static final Given ENJOINED = law("f003").from("2019-01-01").listing("topics", "PROBATION")
            .court("2019-02-01", "ENJOINED");
    private static final Given COURTS = record("f004", "51510", "COURTHOUSE_ARRESTS").with("scope", "COURT")
            .with("agency", "Courts of Alexandria").with("instrument", "COURT_RULE").from("2019-03-01")
            .with("effectiveFromPrecision", "BY").with("sources", List.of(Map.of("title", "Order of the court")));
    private static final Given OF_STATE = record("f005", null, "COURTHOUSE_ARRESTS").with("scope", "STATE_AGENCY")
            .with("agency", "Supreme Court");
    private static final Given ENDED = record("f006", "51510", "COURTHOUSE_ARRESTS").to("2019-06-01");
    private static final Given TAKEN_BACK = record("f007", "51710", "POLICING_REFORM");

    private static boolean recorded;

    @Inject
    Wire wire;

    @BeforeEach
    void recordOnce() throws Exception {
        if (recorded) {
            return;
        }
        wire.registerCounties();
        List.of(COURT_RULE, NEWER, ENJOINED).forEach(law -> wire.law("ADDED", law));
        List.of(COURTS, OF_STATE, ENDED, TAKEN_BACK).forEach(record -> wire.policy("ADDED", record));
        awaitThat(PATH, "items[5].records.id", contains(id(TAKEN_BACK)));
        wire.policy("WITHDRAWN", TAKEN_BACK.version(2, "2020-02-01T00:00:00Z").with("withdrawn", true));
        awaitThat(PATH, "items.records.size()", equalTo(6));
        awaitThat(PATH, "items[0].laws", hasSize(1));
        awaitThat(PATH, "items[2].laws", hasSize(2));
        awaitThat(PATH, "items[0].records", hasSize(2));
        awaitThat(PATH, "knownAt", equalTo("2020-02-01T00:00:00Z"));
        recorded = true;
    }

    @Test
    void showsEveryTopicThoseWithoutAnythingToo() {
        get(PATH).statusCode(200).body("asOf", equalTo("2019-06-01"))
                .body("items.topic", contains("COURTHOUSE_ARRESTS", "DETENTION_ABOLITION", "DATA_SHARING", "PROBATION",
                        "CRIMINAL_LEGAL_REFORM", "POLICING_REFORM"))
                .body("items.title", everyItem(notNullValue())).body("items.states", contains(1, 0, 1, 0, 0, 0))
                .body("items[1].laws", empty()).body("items[1].records", empty()).body("total", equalTo(6))
                .body("next", nullValue());
    }

    @Test
    void showsLawsInForceWhomeverTheyBind() {
        get(PATH + "&topic=DATA_SHARING").body("items", hasSize(1)).body("total", equalTo(1))
                .body("items[0].laws.id", contains(id(NEWER), id(COURT_RULE)))
                .body("items[0].laws[1].state", equalTo("VA")).body("items[0].laws[1].citation", equalTo("Rule 7"))
                .body("items[0].laws[1].instrument", equalTo("COURT_RULE"))
                .body("items[0].laws[1].direction", equalTo("OTHER"))
                .body("items[0].laws[1].binds", contains("STATE_AGENCIES"))
                .body("items[0].laws[1].effectiveFrom", equalTo("2019-01-01"))
                .body("items[0].laws[1].sources.title", contains("Rules of court"));
        get("/v1/frontier?state=VA&topic=PROBATION&as_of=2019-01-31").body("items[0].laws.id", contains(id(ENJOINED)));
        get("/v1/frontier?state=VA&topic=PROBATION&as_of=2019-02-01").body("items[0].laws", empty());
    }

    @Test
    void showsRecordsOfCourtsCountiesAndOfTheStateAlone() {
        get(PATH + "&topic=COURTHOUSE_ARRESTS").body("items[0].records.id", contains(id(OF_STATE), id(COURTS)))
                .body("items[0].records[0].county", nullValue()).body("items[0].records[0].countyName", nullValue())
                .body("items[0].records[1].county", equalTo("51510"))
                .body("items[0].records[1].countyName", equalTo("Alexandria city"))
                .body("items[0].records[1].scope", equalTo("COURT"))
                .body("items[0].records[1].agency", equalTo("Courts of Alexandria"))
                .body("items[0].records[1].stance", equalTo("PROTECTIVE"))
                .body("items[0].records[1].effectiveFrom", equalTo("2019-03-01"))
                .body("items[0].records[1].effectiveFromPrecision", equalTo("BY"))
                .body("items[0].records[1].sources.title", contains("Order of the court"));
        get("/v1/frontier?state=VA&topic=COURTHOUSE_ARRESTS&as_of=2019-02-28").body("items[0].records.id",
                contains(id(OF_STATE), id(ENDED)));
    }

    @Test
    void scopeChoosesAmongRecordsAndLeavesLaws() {
        get(PATH + "&topic=COURTHOUSE_ARRESTS&scope=COURT").body("items[0].records.id", contains(id(COURTS)))
                .body("items[0].laws", hasSize(1));
        get(PATH + "&topic=COURTHOUSE_ARRESTS&scope=CITY").body("items[0].records", empty())
                .body("items[0].states", equalTo(1));
    }

    @Test
    void remembersWhatWasSaidBefore() {
        get(PATH + "&known_at=2020-01-15T00:00:00Z").body("knownAt", equalTo("2020-01-15T00:00:00Z"))
                .body("items[5].records.id", contains(id(TAKEN_BACK)));
        get(PATH + "&known_at=2019-01-15T00:00:00Z").body("items.states", everyItem(equalTo(0)));
    }

    @ParameterizedTest
    @CsvSource({ "topic=COURTS, topic", "state=Virginia, state", "scope=TOWN, scope", "as_of=x, as_of",
            "known_at=x, known_at" })
    void refusesWhatIsNotValid(String query, String field) {
        get("/v1/frontier?" + query).statusCode(400).contentType("application/problem+json")
                .body("errors.field", contains(field));
    }

    private static Given law(String end) {
        return Given.law(uuid(end)).with("state", "VA");
    }

    private static Given record(String end, String county, String topic) {
        return Given.policy(uuid(end)).with("state", "VA").with("county", county).with("factor", null).with("topic", topic);
    }

    private static UUID uuid(String end) {
        return UUID.fromString("0197a000-0000-7000-8000-00000000" + end);
    }

    private static String id(Given fact) {
        return fact.id().toString();
    }
}
