package atlas.scoring.ending;

import static atlas.scoring.Api.awaitThat;
import static atlas.scoring.Api.get;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
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
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@ScoringServers
class EndingApiTest {

    private static final String PATH = "/v1/statistics/contract-endings?state=PA&as_of=2019-12-31";
    private static final String ALLEGHENY = "42003";
    private static final String PHILADELPHIA = "42101";

    private static final Given AGREEMENT = contract("e001", ALLEGHENY, "NO_287G").from("2012-01-01").to("2018-06-01")
            .with("effectiveToPrecision", "MONTH").with("summary", "It ran out.").with("sources", source("Agreement"));
    private static final Given REFUSAL = refusal("e002", ALLEGHENY, "NO_287G").from("2018-06-01")
            .with("effectiveFromPrecision", "DAY").with("sources", source("Resolution"));
    private static final Given WIN = refusal("e003", PHILADELPHIA, "NO_287G").from("2019-12-17")
            .with("effectiveFromPrecision", "BY");
    private static final Given CITY = refusal("e004", ALLEGHENY, "NO_DETENTION_CONTRACT").with("scope", "CITY")
            .with("agency", "City of Clairton").with("instrument", "CONTRACT_TERMINATION").from("2018-06-01");
    private static final Given OF_STATE = refusal("e005", null, "NO_DETENTION_CONTRACT").with("scope", "STATE_AGENCY")
            .with("agency", "Department of Corrections").from("2018-06-01");
    private static final Given LONG_AGO = contract("e006", PHILADELPHIA, "NO_DETENTION_CONTRACT").to("2016-12-31");
    private static final Given WITHOUT_BEGINNING = refusal("e007", PHILADELPHIA, "NO_DETENTION_CONTRACT");
    private static final Given STILL_RUNNING = contract("e008", ALLEGHENY, "NO_DETENTION_CONTRACT").from("2018-01-01");
    private static final Given NO_CONTRACT = refusal("e009", ALLEGHENY, "LIMITS_ICE_HOLDS").from("2018-01-01");
    private static final Given TAKEN_BACK = refusal("e00a", PHILADELPHIA, "NO_287G").from("2019-01-01");
    private static final Given CORRECTED = refusal("e00b", PHILADELPHIA, "NO_DETENTION_CONTRACT").from("2017-01-01");

    private static boolean recorded;

    @Inject
    Wire wire;

    @BeforeEach
    void recordOnce() throws Exception {
        if (recorded) {
            return;
        }
        wire.registerCounties();
        List.of(AGREEMENT, REFUSAL, WIN, CITY, OF_STATE, LONG_AGO, WITHOUT_BEGINNING, STILL_RUNNING, NO_CONTRACT, TAKEN_BACK,
                CORRECTED).forEach(record -> wire.policy("ADDED", record));
        wire.policy("WITHDRAWN", TAKEN_BACK.version(2, "2020-02-01T00:00:00Z").with("withdrawn", true));
        wire.policy("CORRECTED", CORRECTED.version(2, "2020-03-01T00:00:00Z").from("2017-03-01"));
        awaitThat(PATH, "total", equalTo(5));
        awaitThat(PATH, "knownAt", equalTo("2020-03-01T00:00:00Z"));
        recorded = true;
    }

    @Test
    void listsTheNewestFirstWhateverTheScope() {
        get(PATH).statusCode(200).body("since", equalTo("2017-01-01")).body("asOf", equalTo("2019-12-31"))
                .body("items.date", contains("2019-12-17", "2018-06-01", "2018-06-01", "2018-06-01", "2017-03-01"))
                .body("items.collect { it.records[0].id }",
                        contains(id(WIN), id(OF_STATE), id(AGREEMENT), id(CITY), id(CORRECTED)))
                .body("items.county", contains(PHILADELPHIA, null, ALLEGHENY, ALLEGHENY, PHILADELPHIA))
                .body("byFactor.factor", contains("NO_287G", "NO_DETENTION_CONTRACT"))
                .body("byFactor.endings", contains(2, 3)).body("total", equalTo(5)).body("next", nullValue());
    }

    @Test
    void aContractAndItsRefusalOfOneDayAreOneEnding() {
        get(PATH + "&factor=NO_287G&since=2018-01-01").body("items", hasSize(2))
                .body("items[1].kind", equalTo("CONTRACT_ENDED")).body("items[1].datePrecision", equalTo("DAY"))
                .body("items[1].state", equalTo("PA")).body("items[1].countyName", equalTo("Allegheny County"))
                .body("items[1].scope", equalTo("COUNTY")).body("items[1].agency", nullValue())
                .body("items[1].records.id", contains(id(AGREEMENT), id(REFUSAL)))
                .body("items[1].records.stance", contains("ENTANGLED", "PROTECTIVE"))
                .body("items[1].records.instrument", contains("CONTRACT", "OTHER"))
                .body("items[1].records[0].title", equalTo("Policy " + id(AGREEMENT)))
                .body("items[1].records[0].summary", equalTo("It ran out."))
                .body("items[1].sources.title", contains("Agreement", "Resolution"));
    }

    @Test
    void tellsAnEndedContractFromOneThatMayNeverHaveBeen() {
        get(PATH).body("items.kind", contains("ENDED_REFUSED_OR_PREVENTED", "ENDED_REFUSED_OR_PREVENTED", "CONTRACT_ENDED",
                "CONTRACT_ENDED", "ENDED_REFUSED_OR_PREVENTED")).body("items[0].datePrecision", equalTo("BY"))
                .body("items[3].agency", equalTo("City of Clairton"));
    }

    @ParameterizedTest
    @CsvSource({ "2016-12-31, 2019-12-31, 6", "2018-06-01, 2018-06-01, 3", "2018-06-02, 2019-12-16, 0",
            "2019-12-17, 2019-12-17, 1" })
    void bothDaysOfTheSpanCount(String since, String asOf, int total) {
        get("/v1/statistics/contract-endings?state=PA&since=" + since + "&as_of=" + asOf).statusCode(200)
                .body("total", equalTo(total));
    }

    @Test
    void filtersByFactorAndScope() {
        get(PATH + "&factor=NO_DETENTION_CONTRACT").body("total", equalTo(3))
                .body("byFactor.factor", contains("NO_DETENTION_CONTRACT")).body("byFactor.endings", contains(3));
        get(PATH + "&scope=CITY").body("items.collect { it.records[0].id }", contains(id(CITY))).body("byFactor.endings",
                contains(0, 1));
        get("/v1/statistics/contract-endings?state=WY").body("total", equalTo(0)).body("items", empty())
                .body("knownAt", nullValue());
    }

    @Test
    void remembersWhatWasSaidBefore() {
        get(PATH + "&known_at=2020-01-15T00:00:00Z").body("total", equalTo(6))
                .body("items.date",
                        contains("2019-12-17", "2019-01-01", "2018-06-01", "2018-06-01", "2018-06-01", "2017-01-01"))
                .body("knownAt", equalTo("2020-01-15T00:00:00Z"));
        get(PATH + "&known_at=2019-01-15T00:00:00Z").body("total", equalTo(0));
    }

    @Test
    void pagesReachEveryEndingOnce() {
        List<String> all = get(PATH).extract().path("items.collect { it.records[0].id }");
        List<String> paged = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            ValidatableResponse page = get(PATH + "&limit=2" + cursor).statusCode(200).body("total", equalTo(5))
                    .body("byFactor.endings", contains(2, 3));
            paged.addAll(page.extract().path("items.collect { it.records[0].id }"));
            String next = page.extract().path("next");
            if (next != null) {
                page.header("Link", containsString("cursor=" + next));
            }
            cursor = next == null ? null : "&cursor=" + next;
        }
        assertEquals(all, paged);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "factor=LIMITS_ICE_HOLDS | factor", "factor=287G | factor", "since=2018 | since",
            "since=2019-01-01&as_of=2018-12-31 | since", "as_of=x | as_of", "known_at=x | known_at", "state=ZZ | state",
            "scope=TOWN | scope", "limit=0 | limit", "cursor=abc | cursor" })
    void refusesWhatIsNotValid(String query, String field) {
        get("/v1/statistics/contract-endings?" + query).statusCode(400).contentType("application/problem+json")
                .body("errors.field", contains(field));
    }

    private static Given contract(String end, String county, String factor) {
        return record(end, county, factor).with("stance", "ENTANGLED").with("instrument", "CONTRACT");
    }

    private static Given refusal(String end, String county, String factor) {
        return record(end, county, factor).with("instrument", "OTHER");
    }

    private static Given record(String end, String county, String factor) {
        return Given.policy(UUID.fromString("0197a000-0000-7000-8000-00000000" + end)).with("state", "PA")
                .with("county", county).with("factor", factor);
    }

    private static List<Map<String, String>> source(String title) {
        return List.of(Map.of("title", title));
    }

    private static String id(Given record) {
        return record.id().toString();
    }
}
