package atlas.statelaw;

import static atlas.statelaw.Calls.record;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.sql.SQLException;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;

/** What no law can say: each is refused by the field's name, and nothing is written or announced. */
@QuarkusTest
@LawServers
class LawRefusalTest {

    @Inject
    Tables tables;

    private String before;

    @BeforeEach
    void count() throws SQLException {
        before = rows();
    }

    @AfterEach
    void nothingWasWrittenOrAnnounced() throws SQLException {
        assertEquals(before, rows());
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "state | \"TX\" | null",
            "state | \"TX\" | \"Texas\"",
            "state | \"TX\" | 48",
            "title | \"A title\" | null",
            "title | \"A title\" | \"  \"",
            "title | \"A title\" | 7",
            "title | \"A title\" | \"nul \\u0000\"",
            "citation | \"A citation\" | \" \"",
            "instrument | \"STATUTE\" | null",
            "instrument | \"STATUTE\" | \"ORDINANCE\"",
            "instrument | \"STATUTE\" | 0",
            "direction | \"MANDATE\" | null",
            "direction | \"MANDATE\" | \"mandate\"",
            "binds | [\"COUNTIES\"] | []",
            "binds | [\"COUNTIES\"] | null",
            "binds | [\"COUNTIES\"] | \"COUNTIES\"",
            "binds[0] | [\"COUNTIES\"] | [\"SHERIFFS\"]",
            "binds[0] | [\"COUNTIES\"] | [null]",
            "binds[1] | [\"COUNTIES\"] | [\"COUNTIES\", \"COUNTIES\"]",
            "enacted | \"2017-05-07\" | \"2017-02-30\"",
            "enacted | \"2017-05-07\" | 2017",
            "enacted | \"2017-05-07\" | \"1899\"",
            "enactedPrecision | \"2017-05-07\" | \"2017-05-07\", \"enactedPrecision\": \"MONTH\"",
            "enactedPrecision | \"2017-05-07\" | null, \"enactedPrecision\": \"BY\"",
            "effectiveFrom | \"2017-09-01\" | \"5025-01-01\"",
            "effectiveFrom | \"2017-09-01\" | \"September\"",
            "effectiveFromPrecision | \"2017-09-01\" | \"2017-09-01\", \"effectiveFromPrecision\": \"YEAR\"",
            "effectiveTo | \"effectiveTo\": null | \"effectiveTo\": \"2017-09-01\"",
            "effectiveTo | \"effectiveTo\": null | \"effectiveTo\": \"2016\"",
            "effectiveTo | \"effectiveTo\": null | \"effectiveTo\": \"2018-13\"",
            "effectiveToPrecision | \"effectiveTo\": null | \"effectiveToPrecision\": \"BY\"",
            "effects | \"effects\": [{ | \"effects\": {}, \"effects2\": [{",
            "effects[0] | { \"factor\": \"LIMITS_ICE_HOLDS\", \"effect\": \"MANDATES\", \"counties\": [] } | null",
            "effects[0] | { \"factor\": \"LIMITS_ICE_HOLDS\", \"effect\": \"MANDATES\", \"counties\": [] } | \"MANDATES\"",
            "effects[0].factor | \"factor\": \"LIMITS_ICE_HOLDS\", | ",
            "effects[0].factor | \"factor\": \"LIMITS_ICE_HOLDS\" | \"factor\": \"COURTHOUSE_ARRESTS\"",
            "effects[0].effect | \"effect\": \"MANDATES\", | ",
            "effects[0].effect | \"effect\": \"MANDATES\" | \"effect\": \"BANS\"",
            "effects[0].effect | \"effect\": \"MANDATES\" | \"effect\": \"REQUIRES\"",
            "effects[0].effect | \"direction\": \"MANDATE\" | \"direction\": \"SANCTUARY\"",
            "effects[0].effect | \"factor\": \"LIMITS_ICE_HOLDS\" | \"factor\": \"NO_DETENTION_CONTRACT\"",
            "effects[0].unknown | \"counties\": [] | \"unknown\": []",
            "effects[0].counties | \"counties\": [] | \"counties\": \"48201\"",
            "effects[1].factor | \"factor\": \"LIMITS_ICE_INTERROGATIONS\" | \"factor\": \"LIMITS_ICE_HOLDS\"",
            "effects[1].counties[0] | 48201 | 4820",
            "effects[1].counties[0] | 48201 | 482011",
            "effects[1].counties[0] | 48201 | 06037",
            "effects[1].counties[0] | \"48201\" | 48201",
            "effects[1].counties[0] | \"48201\" | null",
            "effects[1].counties[1] | 48453 | 48201",
            "effects[1].strength | \"effect\": \"PREEMPTS\" | \"effect\": \"PREEMPTS\", \"strength\": \"STRONG\"",
            "effects[1].exceptions | \"effect\": \"PREEMPTS\" | \"effect\": \"PREEMPTS\", \"exceptions\": \"some\"",
            "effects[1].exceptions | \"effect\": \"PREEMPTS\" | \"effect\": \"PREEMPTS\", \"strength\": \"FULL\", \"exceptions\": \"some\"",
            "effects[1].exceptions | \"effect\": \"PREEMPTS\" | \"effect\": \"PREEMPTS\", \"strength\": \"PARTIAL\", \"exceptions\": \"\"",
            "courtHistory[0] | \"courtHistory\": [{ | \"courtHistory\": [null, {",
            "courtHistory[0].date | \"date\": \"2017-08-30\", | ",
            "courtHistory[0].date | 2017-08-30 | 2017-08",
            "courtHistory[0].date | 2017-08-30 | 2017-02-29",
            "courtHistory[0].date | 2017-08-30 | 1899-12-31",
            "courtHistory[0].date | 2017-08-30 | 2100-01-01",
            "courtHistory[0].date | \"2017-08-30\" | [2017, 8, 30]",
            "courtHistory[0].status | \"status\": \"PARTLY_ENJOINED\", | ",
            "courtHistory[0].status | PARTLY_ENJOINED | STAYED",
            "courtHistory[0].factors | PARTLY_ENJOINED | IN_FORCE",
            "courtHistory[0].factors[0] | [\"LIMITS_ICE_HOLDS\"] | [\"NO_287G\"]",
            "courtHistory[0].factors[0] | [\"LIMITS_ICE_HOLDS\"] | [null]",
            "courtHistory[0].factors[1] | [\"LIMITS_ICE_HOLDS\"] | [\"LIMITS_ICE_HOLDS\", \"LIMITS_ICE_HOLDS\"]",
            "courtHistory[0].note | \"A note\" | \"\"",
            "topics[0] | [\"PROBATION\"] | [\"PRISONS\"]",
            "topics[1] | [\"PROBATION\"] | [\"PROBATION\", \"PROBATION\"]",
            "summary | \"A summary\" | {}",
            "sources | \"sources\": [{ \"title\": \"Source\", \"url\": \"https://example.org/a\" }] | \"sources\": []",
            "sources | \"sources\": [{ \"title\": \"Source\", \"url\": \"https://example.org/a\" }] | \"sources\": null",
            "sources[0].url | https://example.org/a | javascript:alert(1)",
            "sources[0].title | \"Source\" | null",
            "reason | \"effectiveTo\" | \"reason\": \"none\", \"effectiveTo\"",
            "id | \"effectiveTo\" | \"id\": 1, \"effectiveTo\"" })
    void refusesABodyAndNamesTheField(String field, String find, String replace) {
        String body = Said.mandate().replace(find, replace == null ? "" : replace);

        assertNotEquals(Said.mandate(), body, "the case changes nothing");
        record(body).statusCode(400).contentType("application/problem+json").body("type", equalTo("/problems/invalid-input"))
                .body("errors.field", hasItem(field)).body("errors[0].message", notNullValue());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({ "title,A title,301", "citation,A citation,201", "summary,A summary,2001", "courtHistory[0].note,A note,1001" })
    void refusesWhatIsTooLong(String field, String find, int length) {
        record(Said.mandate().replace(find, "x".repeat(length))).statusCode(400).body("errors.field",
                equalTo(Collections.singletonList(field)));
    }

    @Test
    void refusesTooManyEntries() {
        String effect = "{ \"factor\": \"NO_287G\", \"effect\": \"PREEMPTS\", \"counties\": [\"48%03d\"] }";
        String many = IntStream.range(0, 51).mapToObj(effect::formatted).collect(Collectors.joining(","));
        record(Said.mandate().replaceFirst("\"effects\": \\[", "\"effects\": [" + many + ",")).statusCode(400)
                .body("errors.field", hasItem("effects"));

        String counties = IntStream.range(0, 301).mapToObj("\"48%03d\""::formatted).collect(Collectors.joining(","));
        record(Said.mandate().replace("\"48201\", \"48453\"", counties)).statusCode(400).body("errors.field",
                hasItem("effects[1].counties"));

        String event = "{ \"date\": \"2018-01-01\", \"status\": \"IN_FORCE\" }";
        String history = String.join(",", Collections.nCopies(101, event));
        record(Said.mandate().replaceFirst("\"courtHistory\": \\[", "\"courtHistory\": [" + history + ",")).statusCode(400)
                .body("errors.field", hasItem("courtHistory"));
    }

    @Test
    void namesTheNearestKnownFieldToOneThatIsUnknown() {
        record(Said.mandate().replace("\"effects\"", "\"efects\"")).statusCode(400)
                .body("errors[0].pointer", equalTo("/efects"))
                .body("errors[0].message", startsWith("is not a field of this request; did you mean effects? Known are: "));
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        record("""
                { "title": " ", "effectiveFrom": "2019-02-30", "effects": [{ "factor": "NO_287G", "effect": "MANDATES" }],
                  "courtHistory": [{ "date": "2019", "status": "ENJOINED", "factors": ["LIMITS_ICE_HOLDS"] }],
                  "sources": [{ "title": "Source", "url": "ftp://example.org" }] }""").statusCode(400)
                .body("errors.pointer", hasItems("/state", "/title", "/instrument", "/direction", "/binds", "/effectiveFrom",
                        "/effects/0/effect", "/courtHistory/0/date", "/courtHistory/0/factors/0", "/sources/0/url"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = { "{", "[]", "null", "\"text\"", "{} {}", "``",
            "{\"title\":\"A\",\"title\":\"B\"}" })
    void refusesWhatIsNotOneJsonObject(String body) {
        record(body).statusCode(400).contentType("application/problem+json").body("detail", notNullValue());
    }

    private String rows() throws SQLException {
        return tables.count("law_version") + " laws, " + tables.count("outbox") + " events, " + tables.count("audit")
                + " audit entries";
    }
}
