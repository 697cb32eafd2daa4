package atlas.scoring.simulation;

import static atlas.scoring.Api.awaitThat;
import static atlas.scoring.Api.get;
import static atlas.scoring.Api.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import atlas.scoring.Given;
import atlas.scoring.ScoringServers;
import atlas.scoring.Wire;
import atlas.scoring.applying.Tables;
import atlas.service.time.Today;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@ScoringServers
class SimulationApiTest {

    private static final String BOULDER = "08013";
    private static final String DENVER = "08031";
    private static final String LARIMER = "08069";
    private static final Given HOLDS_LAW = Given.law(UUID.fromString("0197a000-0000-7000-8000-000000009201"))
            .with("state", "CO").from("2019-06-01").that("REQUIRES", "LIMITS_ICE_HOLDS")
            .that("REQUIRES", "LIMITS_ICE_NOTIFICATIONS", BOULDER).version(1, "2020-02-01T00:00:00Z");
    private static final Given GONE_LAW = Given.law(UUID.fromString("0197a000-0000-7000-8000-000000009202"))
            .with("state", "CO").from("2009-01-01").to("2013-04-26").that("PREEMPTS", "PROHIBITS_ASSISTANCE");
    private static final Given DENVER_ORDER = policy("9203", DENVER).with("factor", "PROHIBITS_ASSISTANCE").from("2017-09-01");
    private static final Given BOULDER_CONTRACT = policy("9204", BOULDER).with("factor", "NO_287G")
            .with("stance", "ENTANGLED").from("2018-01-01");
    private static final Given CITY = policy("9205", BOULDER).with("scope", "CITY").with("agency", "Boulder")
            .from("2017-01-01");
    private static final Given WITHDRAWN = policy("9206", LARIMER).from("2010-01-01");

    private static boolean recorded;

    @Inject
    Wire wire;

    @Inject
    Tables tables;

    @Inject
    Turnstile turnstile;

    @Inject
    Today time;

    @BeforeEach
    void recordOnce() throws Exception {
        if (recorded) {
            return;
        }
        wire.registerCounties();
        wire.law("ADDED", GONE_LAW);
        wire.law("ADDED", HOLDS_LAW);
        wire.policy("ADDED", DENVER_ORDER);
        wire.policy("ADDED", BOULDER_CONTRACT);
        wire.policy("ADDED", CITY);
        wire.policy("ADDED", WITHDRAWN);
        wire.policy("WITHDRAWN", WITHDRAWN.with("withdrawn", true).version(2, "2020-02-01T00:00:00Z"));
        awaitThat("/v1/counties/08031?as_of=2019-12-17", "score", equalTo(4));
        awaitThat("/v1/counties/08013?as_of=2019-12-17", "score", equalTo(3));
        awaitThat("/v1/counties/08069?as_of=2010-12-17", "status", equalTo("NO_INFORMATION"));
        recorded = true;
    }

    @Test
    void lawMovesTheCountiesOfItsState() {
        simulate("'laws': [{'state': 'CO', 'effects': [{'factor': 'PROHIBITS_STATUS_INQUIRY', 'effect': 'REQUIRES'}]}]")
                .statusCode(200).body("asOf", equalTo("2019-12-17")).body("knownAt", equalTo("2020-02-01T00:00:00Z"))
                .body("rubric", equalTo("ilrc-2019")).body("state", equalTo("CO"))
                .body("changed", equalTo(3)).body("increased", equalTo(3)).body("decreased", equalTo(0))
                .body("total", equalTo(3)).body("notes", empty())
                .body("items.fips", contains(BOULDER, DENVER, LARIMER)).body("items[1].name", equalTo("Denver County"))
                .body("items[1].state", equalTo("CO"))
                .body("items.before.score", contains(3, 4, 3)).body("items.after.score", contains(4, 5, 4))
                .body("items[1].factors", hasSize(1)).body("items[1].factors[0].factor", equalTo("PROHIBITS_STATUS_INQUIRY"))
                .body("items[1].factors[0].before.protected", equalTo(false))
                .body("items[1].factors[0].before.basis", equalTo("ASSUMED"))
                .body("items[1].factors[0].after.protected", equalTo(true))
                .body("items[1].factors[0].after.basis", equalTo("STATE_LAW"))
                .body("items[1].factors[0].after.preempted", equalTo(false))
                .body("items[1].factors[0].after.conflict", equalTo(false));
    }

    @Test
    void tablesStandBeforeAndAfter() {
        simulate("'laws': [{'state': 'CO', 'effects': [{'factor': 'PROHIBITS_STATUS_INQUIRY', 'effect': 'REQUIRES'}]}]")
                .body("before.counties", equalTo(3)).body("before.analyzed", equalTo(3)).body("before.coverage", equalTo(1.0f))
                .body("before.policyTypes.find { it.factor == 'PROHIBITS_STATUS_INQUIRY' }.protected", equalTo(0))
                .body("after.policyTypes.find { it.factor == 'PROHIBITS_STATUS_INQUIRY' }.protected", equalTo(3))
                .body("after.policyTypes.find { it.factor == 'PROHIBITS_STATUS_INQUIRY' }.share", equalTo(1.0f))
                .body("before.scoreDistribution.counties", contains(0, 0, 0, 1, 2, 0, 0, 0))
                .body("after.scoreDistribution.counties", contains(0, 0, 1, 2, 0, 0, 0, 0));
    }

    @Test
    void nationIsCountedWhenNoStateIsNamed() {
        post("/v1/simulations",
                "{\"asOf\": \"2019-12-17\", \"repeals\": [{\"law\": \"" + HOLDS_LAW.id() + "\"}]}").statusCode(200)
                .body("state", nullValue()).body("before.counties", greaterThan(20)).body("changed", equalTo(3));
    }

    @Test
    void onlyTheStateAskedForIsShown() {
        post("/v1/simulations", json("'asOf': '2019-12-17', 'state': 'UT', 'repeals': [{'law': '" + HOLDS_LAW.id() + "'}]"))
                .statusCode(200).body("before.counties", equalTo(4)).body("changed", equalTo(0)).body("items", empty());
    }

    @Test
    void todayIsJudgedWhenNoDayIsNamed() {
        post("/v1/simulations", json("'state': 'CO', 'repeals': [{'law': '" + HOLDS_LAW.id() + "'}]")).statusCode(200)
                .body("asOf", equalTo(time.today().toString())).body("changed", equalTo(3));
    }

    @Test
    void policyMovesItsCounty() {
        simulate("'policies': [{'county': '08902', 'factor': 'LIMITS_ICE_NOTIFICATIONS', 'stance': 'PROTECTIVE'}]")
                .body("items.fips", contains(LARIMER)).body("items[0].after.score", equalTo(4))
                .body("items[0].factors[0].after.basis", equalTo("COUNTY_POLICY"));
    }

    @Test
    void supposedRecordDecidesBeforeThoseOfItsDay() {
        simulate(
                "'policies': [{'county': '08031', 'factor': 'PROHIBITS_ASSISTANCE', 'stance': 'NO_POLICY', 'effectiveFrom': '2017-09'}]")
                .body("decreased", equalTo(1)).body("items[0].after.score", equalTo(3));
        simulate(
                "'policies': [{'county': '08031', 'factor': 'PROHIBITS_ASSISTANCE', 'stance': 'NO_POLICY', 'effectiveFrom': '2017-08'}]")
                .body("changed", equalTo(0));
        simulate(
                "'policies': [{'county': '08069', 'factor': 'PROHIBITS_ASSISTANCE', 'stance': 'PROTECTIVE'}, {'county': '08069', 'factor': 'PROHIBITS_ASSISTANCE', 'stance': 'NO_POLICY'}]")
                .body("items[0].factors.after.protected", contains(false));
    }

    @Test
    void rubricSaysWhatAProtectionInPartIsWorth() {
        post("/v1/simulations", json(
                "'asOf': '2019-12-17', 'state': 'CO', 'rubric': 'ilrc-2019-partial-half', 'policies': [{'county': '08069', 'factor': 'PROHIBITS_ASSISTANCE', 'stance': 'PROTECTIVE', 'strength': 'PARTIAL', 'exceptions': 'Courts'}]"))
                .statusCode(200).body("rubric", equalTo("ilrc-2019-partial-half")).body("items[0].after.score", equalTo(3.5f));
    }

    @Test
    void repealTakesBackWhatTheLawGave() {
        simulate("'repeals': [{'law': '" + HOLDS_LAW.id() + "', 'on': '2019-10-01'}]")
                .body("changed", equalTo(3)).body("decreased", equalTo(3)).body("items.after.score", contains(1, 3, null))
                .body("items.after.status", contains("ANALYZED", "ANALYZED", "NO_INFORMATION"))
                .body("items[0].factors.factor", contains("LIMITS_ICE_HOLDS", "LIMITS_ICE_NOTIFICATIONS"))
                .body("items[0].factors[0].before.basis", equalTo("STATE_LAW"))
                .body("items[0].factors[0].after.basis", equalTo("ASSUMED"))
                .body("before.analyzed", equalTo(3)).body("after.analyzed", equalTo(2)).body("after.coverage", equalTo(0.667f));
    }

    @Test
    void injunctionStopsWhatTheCourtNames() {
        simulate("'injunctions': [{'law': '" + HOLDS_LAW.id() + "', 'factors': ['LIMITS_ICE_NOTIFICATIONS']}]")
                .body("items.fips", contains(BOULDER)).body("items[0].after.score", equalTo(2));
        simulate("'injunctions': [{'law': '" + HOLDS_LAW.id() + "', 'status': 'STRUCK_DOWN', 'on': '2019-12-17'}]")
                .body("changed", equalTo(3));
    }

    @Test
    void endingTakesTheRecordAway() {
        simulate("'endings': [{'policy': '" + BOULDER_CONTRACT.id() + "'}]").body("items.fips", contains(BOULDER))
                .body("items[0].before.score", equalTo(3)).body("items[0].after.score", equalTo(4))
                .body("items[0].factors[0].before.basis", equalTo("CONTRACT"))
                .body("items[0].factors[0].after.basis", equalTo("ASSUMED"));
    }

    @Test
    void allTogetherAndNothingIsStored() {
        List<String> rows = List.of("policy_version WHERE state = 'CO'", "law_version WHERE state = 'CO'",
                "outbox WHERE key LIKE '08%'");
        List<Long> counted = rows.stream().map(tables::count).toList();
        String county = get("/v1/counties/08013?as_of=2019-12-17").extract().asString();

        simulate(
                "'laws': [{'state': 'CO', 'effects': [{'factor': 'LIMITS_ICE_HOLDS', 'effect': 'PREEMPTS'}, {'factor': 'LIMITS_ICE_INTERROGATIONS', 'effect': 'MANDATES', 'counties': ['08902']}]}],"
                        + "'policies': [{'county': '08013', 'factor': 'LIMITS_ICE_HOLDS', 'stance': 'PROTECTIVE'}],"
                        + "'repeals': [{'law': '" + HOLDS_LAW.id() + "'}],"
                        + "'injunctions': [{'law': '" + HOLDS_LAW.id() + "', 'status': 'PARTLY_ENJOINED'}],"
                        + "'endings': [{'policy': '" + BOULDER_CONTRACT.id() + "'}]")
                .body("notes", contains("injunctions[0] changes nothing: the law is not in force on 2019-12-17"))
                .body("items.fips", contains(BOULDER, DENVER, LARIMER)).body("items.after.score", contains(3, 3, 2))
                .body("items.after.status.unique()", contains("ANALYZED"))
                .body("items[0].factors[1].factor", equalTo("LIMITS_ICE_HOLDS"))
                .body("items[0].factors[1].after.basis", equalTo("COUNTY_POLICY"))
                .body("items[0].factors[1].after.preempted", equalTo(true));

        assertEquals(county, get("/v1/counties/08013?as_of=2019-12-17").extract().asString());
        assertEquals(counted, rows.stream().map(tables::count).toList());
        simulate("'repeals': [{'law': '" + HOLDS_LAW.id() + "'}]").body("before.scoreDistribution.counties",
                contains(0, 0, 0, 1, 2, 0, 0, 0));
    }

    @Test
    void bodiesOfRealWritesAreTaken() {
        simulate(
                """
                        'laws': [{ 'state': 'CO', 'title': 'SB 4', 'citation': 'A citation', 'instrument': 'STATUTE', 'direction': 'MANDATE', 'binds': ['COUNTIES'],
                          'enacted': '2017-05-07', 'effectiveFrom': '2017-09-01', 'effectiveTo': null, 'topics': ['PROBATION'], 'summary': 'A summary',
                          'effects': [{ 'factor': 'PROHIBITS_ASSISTANCE', 'effect': 'MANDATES', 'counties': [] }],
                          'courtHistory': [{ 'date': '2017-08-30', 'status': 'IN_FORCE', 'note': 'A note' }],
                          'sources': [{ 'title': 'Source', 'url': 'https://example.org/a' }] }],
                        'policies': [{ 'county': '08031', 'factor': 'LIMITS_ICE_INTERROGATIONS', 'stance': 'PROTECTIVE', 'scope': 'COUNTY', 'strength': 'FULL',
                          'instrument': 'EXECUTIVE_ORDER', 'title': 'A title', 'summary': null, 'effectiveFrom': '2019-07-22', 'effectiveTo': null,
                          'agency': null, 'sources': [{ 'title': 'Source' }] }]""")
                .statusCode(200).body("items.fips", contains(BOULDER, DENVER, LARIMER)).body("items.after.score",
                        contains(3, 4, 3));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "'laws': [{'state': 'CO', 'effectiveFrom': '2020-01-01', 'effects': [{'factor': 'PROHIBITS_STATUS_INQUIRY', 'effect': 'REQUIRES'}]}] | laws[0] is not in force on 2019-12-17",
            "'laws': [{'state': 'CO', 'effectiveTo': '2019-12-17', 'effects': [{'factor': 'PROHIBITS_STATUS_INQUIRY', 'effect': 'REQUIRES'}]}] | laws[0] is not in force on 2019-12-17",
            "'laws': [{'state': 'CO', 'courtHistory': [{'date': '2019-12-01', 'status': 'ENJOINED'}], 'effects': [{'factor': 'PROHIBITS_STATUS_INQUIRY', 'effect': 'REQUIRES'}]}] | laws[0] is not in force on 2019-12-17",
            "'laws': [{'state': 'CO', 'binds': ['STATE_AGENCIES'], 'effects': [{'factor': 'PROHIBITS_STATUS_INQUIRY', 'effect': 'REQUIRES'}]}] | laws[0] does not bind counties, so that it moves no score",
            "'laws': [{'state': 'CO', 'effects': []}] | laws[0] has no effects, so that it moves no score",
            "'policies': [{'county': '08031', 'factor': 'NO_287G', 'stance': 'ENTANGLED', 'effectiveFrom': '2020'}] | policies[0] is not in force on 2019-12-17",
            "'policies': [{'county': '08031', 'factor': 'NO_287G', 'stance': 'ENTANGLED', 'scope': 'CITY'}] | policies[0] is not the county's own: only the scope COUNTY moves a score",
            "'repeals': [{'law': 'HOLDS', 'on': '2020-01-01'}] | repeals[0] takes effect after 2019-12-17",
            "'repeals': [{'law': 'GONE'}] | repeals[0] changes nothing: the law is not in force on 2019-12-17",
            "'injunctions': [{'law': 'HOLDS', 'on': '2019-12-18'}] | injunctions[0] takes effect after 2019-12-17",
            "'injunctions': [{'law': 'GONE'}] | injunctions[0] changes nothing: the law is not in force on 2019-12-17",
            "'endings': [{'policy': 'CONTRACT', 'on': '2020-01-01'}] | endings[0] takes effect after 2019-12-17",
            "'endings': [{'policy': 'CITY'}] | endings[0] ends a record that moves no score" })
    void notesSayWhatChangesNothingAndWhy(String supposed, String note) {
        simulate(named(supposed)).statusCode(200).body("notes", contains(note)).body("changed", equalTo(0));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "'asOf': '1019-12-17', 'laws': [{}] | /asOf",
            "'asOf': 'x', 'laws': [{}] | /asOf",
            "'knownAt': '1819-01-01T00:00:00Z', 'laws': [{}] | /knownAt",
            "'knownAt': 'x', 'laws': [{}] | /knownAt",
            "'knownAt': 1577836800, 'laws': [{}] | /knownAt", "'knownAt': 1e-999, 'laws': [{}] | /knownAt",
            "'rubric': 'mine', 'laws': [{}] | /rubric",
            "'state': 'ZZ', 'laws': [{}] | /state",
            "'law': [{}] | /law",
            "'laws': [{}] | /laws/0/state,/laws/0/effects",
            "'laws': [null] | /laws/0",
            "'laws': [{'state': 'CO', 'effects': [], 'colour': 'red'}] | /laws/0/colour",
            "'laws': [{'state': 'CO', 'effects': [{'factor': 'NO_287G', 'effect': 'MANDATES'}]}] | /laws/0/effects/0/effect",
            "'laws': [{'state': 'CO', 'effects': [{'factor': 'NO_287G', 'effect': 'REQUIRES', 'counties': ['08999']}]}] | /laws/0/effects/0/counties/0",
            "'laws': [{'state': 'CO', 'effects': [{'factor': 'NO_287G', 'effect': 'REQUIRES', 'counties': ['49035']}]}] | /laws/0/effects/0/counties/0",
            "'laws': [{'state': 'CO', 'effects': [{'factor': 'NO_287G', 'effect': 'REQUIRES', 'counties': ['08069', '08902']}]}] | /laws/0/effects/0/counties/1",
            "'laws': [{'state': 'CO', 'effectiveFrom': '2019-01-01', 'effectiveTo': '2018', 'effects': []}] | /laws/0/effectiveTo",
            "'laws': [{'state': 'CO', 'enacted': 'last year', 'effects': []}] | /laws/0/enacted",
            "'laws': [{'state': 'CO', 'effects': [], 'courtHistory': [{'date': '2019', 'status': 'ENJOINED'}]}] | /laws/0/courtHistory/0/date",
            "'policies': [{}] | /policies/0/county,/policies/0/factor,/policies/0/stance",
            "'policies': [{'county': '08999', 'factor': 'NO_287G', 'stance': 'ENTANGLED'}] | /policies/0/county",
            "'policies': [{'county': '02261', 'factor': 'NO_287G', 'stance': 'ENTANGLED'}] | /policies/0/county",
            "'policies': [{'county': '8031', 'factor': 'NO_287G', 'stance': 'ENTANGLED'}] | /policies/0/county",
            "'policies': [{'county': '08031', 'factor': 'NO_287G', 'stance': 'ENTANGLED', 'strength': 'FULL'}] | /policies/0/strength",
            "'repeals': [{'law': '0197a000-0000-7000-8000-00000000dddd'}] | /repeals/0/law",
            "'repeals': [{'law': 'HB 1124'}] | /repeals/0/law",
            "'repeals': [{}] | /repeals/0/law",
            "'repeals': [{'law': 'HOLDS', 'on': '0019-01-01'}] | /repeals/0/on",
            "'knownAt': '2020-01-15T00:00:00Z', 'repeals': [{'law': 'HOLDS'}] | /repeals/0/law",
            "'injunctions': [{'law': 'CONTRACT'}] | /injunctions/0/law",
            "'injunctions': [{'law': 'HOLDS', 'status': 'REPEALED'}] | /injunctions/0/status",
            "'injunctions': [{'law': 'HOLDS', 'factors': ['NO_287G']}] | /injunctions/0/factors/0",
            "'injunctions': [{'law': 'HOLDS', 'on': '0019-01-01'}] | /injunctions/0/on",
            "'endings': [{'policy': 'HOLDS'}] | /endings/0/policy",
            "'endings': [{'policy': 'WITHDRAWN'}] | /endings/0/policy",
            "'endings': [{'policy': 'CONTRACT', 'on': '2100-01-01'}] | /endings/0/on" })
    void refusesWithTheFieldsPlace(String body, String pointers) {
        post("/v1/simulations", json(named(body))).statusCode(400).contentType("application/problem+json")
                .body("errors.pointer", contains(pointers.split(",")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "{\"asOf\": \"2019-12-17\", \"laws\": []}" })
    void refusesWhatSupposesNothing(String body) {
        post("/v1/simulations", body).statusCode(400).body("errors[0].message",
                containsString("send at least one of laws, policies, repeals, injunctions, endings"));
    }

    @ParameterizedTest
    @CsvSource({ "laws, 51", "policies, 1001", "repeals, 51", "injunctions, 51", "endings, 51" })
    void refusesMoreThanItCanTake(String list, int size) {
        String items = String.join(",", IntStream.range(0, size).mapToObj(i -> "{}").toList());

        post("/v1/simulations", "{\"" + list + "\": [" + items + "]}").statusCode(400).body("errors[0].pointer",
                equalTo("/" + list));
    }

    @Test
    void refusesToRunTooManyAtOnce() throws Exception {
        CountDownLatch busy = new CountDownLatch(2);
        CountDownLatch leave = new CountDownLatch(1);
        List<Thread> others = IntStream.range(0, 2).mapToObj(i -> new Thread(() -> turnstile.pass(() -> {
            busy.countDown();
            try {
                leave.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return null;
        }))).toList();
        try {
            others.forEach(Thread::start);
            busy.await();

            simulate("'repeals': [{'law': '" + HOLDS_LAW.id() + "'}]").statusCode(503)
                    .contentType("application/problem+json").header("Retry-After", "1")
                    .body("type", equalTo("/problems/unavailable"));
        } finally {
            leave.countDown();
        }
        for (Thread other : others) {
            other.join();
        }
        simulate("'repeals': [{'law': '" + HOLDS_LAW.id() + "'}]").statusCode(200);
    }

    @Test
    void refusesWhoComesWithoutTheGatewaysToken() {
        RestAssured.given().contentType("application/json").body("{}").post("/v1/simulations").then().statusCode(401);
    }

    /** Colorado on a day before the report, without the quotation marks of JSON. */
    private static ValidatableResponse simulate(String supposed) {
        return post("/v1/simulations", json("'asOf': '2019-12-17', 'state': 'CO', " + supposed));
    }

    private static String json(String body) {
        return "{" + body.replace('\'', '"') + "}";
    }

    private static String named(String body) {
        return body.replace("'HOLDS'", "'" + HOLDS_LAW.id() + "'").replace("GONE'", GONE_LAW.id() + "'")
                .replace("'CONTRACT'", "'" + BOULDER_CONTRACT.id() + "'")
                .replace("'policy': 'CITY'", "'policy': '" + CITY.id() + "'")
                .replace("WITHDRAWN'", WITHDRAWN.id() + "'");
    }

    private static Given policy(String end, String county) {
        return Given.policy(UUID.fromString("0197a000-0000-7000-8000-00000000" + end)).with("county", county)
                .with("state", "CO");
    }
}
