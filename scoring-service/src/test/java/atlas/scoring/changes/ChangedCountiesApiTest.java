package atlas.scoring.changes;

import static atlas.scoring.Api.get;
import static atlas.scoring.changes.OregonRecords.BENTON;
import static atlas.scoring.changes.OregonRecords.CLACKAMAS;
import static atlas.scoring.changes.OregonRecords.CLATSOP;
import static atlas.scoring.changes.OregonRecords.COLUMBIA;
import static atlas.scoring.changes.OregonRecords.DAYS;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import atlas.scoring.ScoringServers;
import atlas.scoring.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@ScoringServers
class ChangedCountiesApiTest {

    private static final String OREGON = DAYS + "&state=OR";

    @Inject
    Wire wire;

    @BeforeEach
    void records() throws Exception {
        OregonRecords.send(wire);
    }

    @Test
    void listsEachChangedCountyWithWhatDroveEachChange() {
        counties(OREGON).statusCode(200).body("total", equalTo(4)).body("next", nullValue())
                .body("items.fips", contains(BENTON, CLACKAMAS, CLATSOP, COLUMBIA))
                .body("items[0].name", equalTo("Benton County")).body("items[0].state", equalTo("OR"))
                .body("items[0].documented", equalTo(true))
                .body("items[0].before.status", equalTo("ANALYZED")).body("items[0].before.score", equalTo(2))
                .body("items[0].before.points", equalTo(2))
                .body("items[0].after.score", equalTo(3)).body("items[0].after.points", equalTo(3))
                .body("items[0].factors.factor", contains("NO_287G", "NO_DETENTION_CONTRACT", "PROHIBITS_STATUS_INQUIRY"))
                .body("items[0].factors.change", contains("GAINED", "LOST", "GAINED"))
                .body("items[0].factors.on", contains("2018-09-01", "2019-03-01", "2018-01-01"))
                .body("items[0].factors.before.protected", contains(false, true, false))
                .body("items[0].factors.before.basis", contains("CONTRACT", "ASSUMED", "ASSUMED"))
                .body("items[0].factors.after.protected", contains(true, false, true))
                .body("items[0].factors.after.basis", contains("ASSUMED", "CONTRACT", "STATE_LAW"))
                .body("items[0].factors.cause.basis", contains("CONTRACT", "CONTRACT", "STATE_LAW"))
                .body("items[0].factors[0].cause.records.id", contains(OregonRecords.BENTON_CONTRACT.id().toString()))
                .body("items[0].factors[0].cause.laws", empty())
                .body("items[0].factors[2].cause.laws.id", contains(OregonRecords.REQUIREMENT.id().toString()))
                .body("items[0].factors[2].cause.laws.title", contains("HB 3464"))
                .body("items[0].factors[2].cause.records", empty());
    }

    @Test
    void countyOfWhichNothingWasKnownHasPointsButNoScoreBefore() {
        counties(OREGON + "&documented=false").body("items.fips", contains(CLACKAMAS, COLUMBIA))
                .body("items[0].documented", equalTo(false)).body("items[0].before.status", equalTo("NO_INFORMATION"))
                .body("items[0].before", hasKey("score")).body("items[0].before.score", nullValue())
                .body("items[0].before.points", equalTo(2)).body("items[0].after.score", equalTo(4));
    }

    @ParameterizedTest
    @CsvSource({ "direction=INCREASED, 41003 41005", "direction=DECREASED, 41009", "documented=true, 41003 41007",
            "factor=LIMITS_ICE_HOLDS, 41007", "change=LOST, 41003 41007 41009",
            "factor=PROHIBITS_STATUS_INQUIRY&change=GAINED, 41003 41005",
            "factor=PROHIBITS_STATUS_INQUIRY&change=LOST, ''", "basis=STATE_LAW, 41003 41005 41007",
            "basis=STATE_LAW&change=LOST, 41007", "basis=COUNTY_POLICY&change=LOST, ''",
            "basis=CONTRACT&documented=true, 41003", "basis=CONTRACT&change=LOST, 41003 41009",
            "factor=NO_DETENTION_CONTRACT&documented=true, 41003",
            "law=0197a000-0000-7000-8000-00000000d001, 41003 41005", "record=0197a000-0000-7000-8000-00000000d105, 41007",
            "record=0197a000-0000-7000-8000-00000000d001, ''", "law=0197a000-0000-7000-8000-00000000d002&change=GAINED, ''" })
    void filtersSpeakOfOneAndTheSameChangeOfAFactor(String filter, String fips) {
        List<String> expected = Stream.of(fips.split(" ")).filter(code -> !code.isEmpty()).toList();

        counties(OREGON + "&" + filter).body("items.fips", equalTo(expected)).body("total", equalTo(expected.size()));
    }

    @Test
    void partialProtectionThatBecomesFullIsStrongerByHalf() {
        counties("from=2018-02-01&to=2018-04-01&state=OR&rubric=ilrc-2019-partial-half").body("items.fips", contains(BENTON))
                .body("items[0].before.score", equalTo(2.5f)).body("items[0].after.score", equalTo(3))
                .body("items[0].factors.change", contains("STRENGTHENED")).body("items[0].factors.on", contains("2018-03-01"))
                .body("items[0].factors[0].before.protected", equalTo(true))
                .body("items[0].factors[0].cause.records.id", contains(OregonRecords.BENTON_FULL.id().toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "&rubric=ilrc-2019-partial-half", "&known_at=2020-02-01T00:00:00Z" })
    void everyNumberIsTheTotalOfAList(String more) {
        JsonPath changes = get("/v1/statistics/changes?" + OREGON + more).extract().jsonPath();

        moved(changes, "", more);
        moved(changes, "documented.", more + "&documented=true");
        for (Map<String, Object> factor : changes.<Map<String, Object>> getList("byFactor")) {
            ofEachChange(factor, more + "&factor=" + factor.get("factor"));
            ofEachChange((Map<?, ?>) factor.get("documented"), more + "&documented=true&factor=" + factor.get("factor"));
        }
        for (Map<String, Object> cause : changes.<Map<String, Object>> getList("byCause")) {
            countiesGainedAndLost(cause, more + "&basis=" + cause.get("basis"));
        }
        for (Map<String, Object> law : changes.<Map<String, Object>> getList("byLaw")) {
            countiesGainedAndLost(law, more + "&law=" + law.get("id"));
        }
        assertEquals(changes.getInt("records"), total("causes", more + "&kind=POLICY_RECORD"));
        assertEquals(changes.getList("byLaw").size(), total("causes", more + "&kind=STATE_LAW"));
        for (Map<String, Object> cause : causes(OREGON + more).extract().jsonPath().<Map<String, Object>> getList("items")) {
            countiesGainedAndLost(cause, more + (cause.get("county") == null ? "&law=" : "&record=") + cause.get("id"));
        }
    }

    @Test
    void pagesInFipsOrderAndCountsAll() {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = counties(OREGON + "&limit=3" + cursor).body("total", equalTo(4)).extract().jsonPath();
            seen.addAll(page.getList("items.fips"));
            cursor = page.getString("next") == null ? "" : "&cursor=" + page.getString("next");
        } while (!cursor.isEmpty());

        assertEquals(List.of(BENTON, CLACKAMAS, CLATSOP, COLUMBIA), seen);
        counties(OREGON + "&limit=3").header("Link", containsString("rel=\"next\""));
    }

    @Test
    void listsWhatDroveTheMostCountiesFirst() {
        causes(OREGON).statusCode(200).body("total", equalTo(6)).body("next", nullValue())
                .body("items.id", contains(OregonRecords.REQUIREMENT.id().toString(), OregonRecords.MANDATE.id().toString(),
                        OregonRecords.BENTON_CONTRACT.id().toString(), OregonRecords.CLATSOP_ASSISTANCE.id().toString(),
                        OregonRecords.COLUMBIA_CONTRACT.id().toString(), OregonRecords.BENTON_DETENTION.id().toString()))
                .body("items.kind", contains("STATE_LAW", "STATE_LAW", "POLICY_RECORD", "POLICY_RECORD", "POLICY_RECORD",
                        "POLICY_RECORD"))
                .body("items.counties", contains(2, 1, 1, 1, 1, 1)).body("items.gained", contains(2, 0, 1, 1, 0, 0))
                .body("items.lost", contains(0, 1, 0, 0, 1, 1)).body("items[0].title", equalTo("HB 3464"))
                .body("items.state", everyItem(equalTo("OR")))
                .body("items.county", contains(null, null, BENTON, CLATSOP, COLUMBIA, BENTON));
        causes(OREGON + "&kind=POLICY_RECORD").body("items", hasSize(4));
    }

    @Test
    void pagesThroughCauses() {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = causes(OREGON + "&limit=2" + cursor).body("total", equalTo(6)).extract().jsonPath();
            seen.addAll(page.getList("items.id"));
            cursor = page.getString("next") == null ? "" : "&cursor=" + page.getString("next");
        } while (!cursor.isEmpty());

        assertEquals(causes(OREGON).extract().jsonPath().getList("items.id"), seen);
    }

    @ParameterizedTest
    @CsvSource({ "counties, direction=UP, direction", "counties, factor=HOLDS, factor", "counties, change=gained, change",
            "counties, documented=yes, documented", "counties, basis=ASSUMED, basis", "counties, law=d001, law",
            "counties, record=zzzzzzzz-0000-7000-8000-00000000d001, record", "counties, limit=501, limit",
            "counties, cursor=x, cursor", "causes, kind=LAW, kind", "causes, limit=0, limit", "causes, cursor=x, cursor" })
    void refusesWhatIsNotValid(String list, String query, String field) {
        get("/v1/statistics/changes/" + list + "?" + OREGON + "&" + query).statusCode(400)
                .contentType("application/problem+json").body("errors.field", contains(field));
    }

    private static void moved(JsonPath changes, String prefix, String more) {
        assertEquals(changes.getInt(prefix + "changed"), total("counties", more));
        assertEquals(changes.getInt(prefix + "increased"), total("counties", more + "&direction=INCREASED"));
        assertEquals(changes.getInt(prefix + "decreased"), total("counties", more + "&direction=DECREASED"));
    }

    private static void ofEachChange(Map<?, ?> numbers, String more) {
        for (String change : List.of("gained", "lost", "strengthened", "weakened")) {
            assertEquals(numbers.get(change), total("counties", more + "&change=" + change.toUpperCase()), more + change);
        }
    }

    private static void countiesGainedAndLost(Map<?, ?> numbers, String more) {
        assertTrue(numbers.containsKey("counties"));
        assertEquals(numbers.get("counties"), total("counties", more), more);
        assertEquals(numbers.get("gained"), total("counties", more + "&change=GAINED"), more);
        assertEquals(numbers.get("lost"), total("counties", more + "&change=LOST"), more);
    }

    private static int total(String list, String more) {
        return get("/v1/statistics/changes/" + list + "?" + OREGON + more + "&limit=1").statusCode(200).extract().path("total");
    }

    private static ValidatableResponse counties(String query) {
        return get("/v1/statistics/changes/counties?" + query);
    }

    private static ValidatableResponse causes(String query) {
        return get("/v1/statistics/changes/causes?" + query);
    }
}
