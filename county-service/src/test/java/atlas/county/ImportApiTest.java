package atlas.county;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@CountyServers
class ImportApiTest {

    @Inject
    Tables tables;

    private long eventsBefore;
    private long auditBefore;

    @BeforeEach
    void count() throws SQLException {
        eventsBefore = tables.count("outbox");
        auditBefore = tables.count("audit");
    }

    @Test
    void takesCsvWithEventsAndAuditEntriesThatNameTheImport() throws SQLException {
        String location = Imports.taken(Imports.send(Imports.CSV, Imports.HEADER + Imports.line("06037", "From CSV")
                + Imports.line("46113", "From CSV, no, from CSV").replace("From CSV, no, from CSV", "\"With, a comma\"")));

        Imports.done(location).body("format", equalTo("csv")).body("rows", equalTo(2)).body("accepted", equalTo(2))
                .body("unchanged", equalTo(0)).body("refused", equalTo(0)).body("percent", equalTo(100))
                .body("submittedBy", equalTo("Test Organisation")).body("createdAt", notNullValue())
                .body("startedAt", notNullValue()).body("finishedAt", notNullValue()).body("error", nullValue());
        assertNews(2);
        Imports.policies("06037").body("total", equalTo(1)).body("items[0].title", equalTo("From CSV"))
                .body("items[0].sources[0].url", equalTo("https://example.org/a")).body("items[0].reason", nullValue());
        Imports.policies("46102").body("items.title", hasItem("With, a comma"));
        assertEquals(2, tables.count("audit WHERE import_id = '" + location.substring(12) + "'"));
    }

    @Test
    void takesAJsonArray() throws SQLException {
        String rows = "[" + row("06041", "One") + ",\n" + row("06041", "Two") + "]";

        Imports.done(Imports.send(Imports.JSON, rows)).body("format", equalTo("json")).body("accepted", equalTo(2));

        Imports.policies("06041").body("items.title", equalTo(List.of("One", "Two")));
        assertNews(2);
    }

    @Test
    void keepsTextAsItWasSent() {
        String text = "\\N, \\t and C:\\new, \"quoted\", {braced}, {}, null, 100% \u00a7 \ud834\udd1e";
        String sent = text.replace("\\", "\\\\").replace("\"", "\\\"");

        Imports.done(Imports.send(Imports.JSON, "[" + row("06105", sent).replace("\"PROTECTIVE\"",
                "\"PROTECTIVE\", \"summary\": \"" + sent + "\\n\\tsecond line\\r\\n\"") + "]")).body("accepted", equalTo(1));

        Imports.policies("06105").body("items[0].title", equalTo(text))
                .body("items[0].summary", equalTo(text + "\n\tsecond line\r\n"));
    }

    @Test
    void takesNdjsonAndKeepsABadLineAsARefusedRow() throws SQLException {
        String location = Imports.taken(Imports.send(Imports.NDJSON, row("06043", "One") + "\r\n\r\n{oops\n17\n" + row("06043",
                "Two").replace("\"PROTECTIVE\"", "\"PROTECTIVE\", \"stance\": \"ENTANGLED\"")));

        Imports.done(location).body("rows", equalTo(4)).body("accepted", equalTo(1)).body("refused", equalTo(3));
        Imports.rows(location, "refused").body("items.number", equalTo(List.of(2, 3, 4)))
                .body("items[0].content", equalTo("{oops")).body("items[1].content", equalTo(17))
                .body("items[0].reason", containsString("JSON object"));
        assertNews(1);
    }

    @Test
    void takesAFileOfAForm() {
        Imports.done(Imports.reader().multiPart("any", "counties.csv",
                (Imports.HEADER + Imports.line("06045", "By form")).getBytes(StandardCharsets.UTF_8),
                "application/octet-stream")
                .post("/v1/imports").then()).body("name", equalTo("counties.csv")).body("accepted", equalTo(1));
        Imports.reader().multiPart("note", "no file").post("/v1/imports").then().statusCode(400);
    }

    @Test
    void changesNothingWhenTheSameFileComesAgain() throws SQLException {
        String file = Imports.HEADER + Imports.line("06047", "Again") + Imports.line("06049", "Again") + Imports.line("06047",
                "Again");
        Imports.done(Imports.send(Imports.CSV, file)).body("accepted", equalTo(2)).body("unchanged", equalTo(1));
        assertNews(2);

        Imports.done(Imports.send(Imports.CSV, file)).body("accepted", equalTo(0)).body("unchanged", equalTo(3));

        assertNews(2);
    }

    @Test
    void correctsTheRecordThatARowIsLike() throws SQLException {
        Imports.done(Imports.send(Imports.CSV, Imports.HEADER + Imports.line("06051", "Corrected")));

        String location = Imports.taken(Imports.send(Imports.CSV, Imports.HEADER + Imports.line("06051", "Corrected").replace(
                "PROTECTIVE", "NO_POLICY")));

        Imports.done(location).body("accepted", equalTo(1));
        Imports.policies("06051").body("total", equalTo(1)).body("items[0].version", equalTo(2))
                .body("items[0].stance", equalTo("NO_POLICY"))
                .body("items[0].reason", equalTo("import " + location.substring(12)));
        assertNews(2);
    }

    @Test
    void knowsRecordsByThePartnersOwnKey() throws SQLException {
        String keyed = "[" + row("06053", "Old title").replaceFirst("\\{", "{\"externalId\": \"P-1\",") + "]";
        Imports.done(Imports.send(Imports.JSON, keyed)).body("accepted", equalTo(1));

        Imports.done(Imports.send(Imports.JSON, keyed)).body("unchanged", equalTo(1));
        Imports.done(Imports.send(Imports.JSON, keyed.replace("Old title", "New title"))).body("accepted", equalTo(1));
        String moved = Imports.taken(Imports.send(Imports.JSON, keyed.replace("06053", "06055")));

        Imports.done(moved).body("refused", equalTo(1));
        Imports.rows(moved, "refused").body("items[0].reason", containsString("06053"));
        Imports.policies("06053").body("total", equalTo(1)).body("items[0].title", equalTo("New title"))
                .body("items[0].version", equalTo(2));
        assertNews(2);
    }

    @Test
    void correctsARecordByItsId() {
        Imports.done(Imports.send(Imports.CSV, Imports.HEADER + Imports.line("06057", "By id")));
        String id = Imports.policies("06057").extract().path("items[0].id");
        String header = "id," + Imports.HEADER.replace("county,", "").replace("\n", ",reason\n");
        String line = Imports.line("", "Now by id").replaceFirst(",", "").replace("\n", ",a slip\n");

        String location = Imports.taken(Imports.send(Imports.CSV,
                header + id + "," + line + "00000000-0000-0000-0000-000000000000," + line + "nonsense," + line));

        Imports.done(location).body("accepted", equalTo(1)).body("refused", equalTo(2));
        Imports.policies("06057").body("items[0].title", equalTo("Now by id")).body("items[0].reason", equalTo("a slip"));
        Imports.rows(location, "refused").body("items.errors.field.flatten()", equalTo(List.of("id", "id")));
    }

    @Test
    void takesStateRecordsOfAgencies() {
        String row = row("x", "State police").replace("\"county\": \"x\"",
                "\"state\": \"OR\", \"scope\": \"STATE_AGENCY\", \"agency\": \"State Police\"");

        Imports.done(Imports.send(Imports.JSON, "[" + row + "]")).body("accepted", equalTo(1));
        Imports.done(Imports.send(Imports.JSON, "[" + row + "]")).body("unchanged", equalTo(1));
    }

    @Test
    void readsTheDateOfAListWhateverTheFileIs() {
        Imports.writer().contentType(Imports.CSV).queryParam("listed_on", "2019-00-10").body(Imports.HEADER).post("/v1/imports")
                .then().statusCode(400).body("errors[0].field", equalTo("listed_on"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "yes", "1", "TRUE", "on" })
    void takesNoOtherWordForADryRun(String word) {
        Imports.writer().contentType(Imports.CSV).queryParam("dry_run", word).body(Imports.HEADER).post("/v1/imports").then()
                .statusCode(400).body("errors[0].field", equalTo("dry_run"))
                .body("errors[0].message", equalTo("must be true or false"));
    }

    @Test
    void changesNothingInARehearsal() throws SQLException {
        Imports.done(Imports.send(Imports.CSV, Imports.HEADER + Imports.line("06059", "There")));
        String file = Imports.HEADER + Imports.line("06059", "There") + Imports.line("06059", "New")
                + Imports.line("06059", "New")
                + Imports.line("06059", "New").replace("PROTECTIVE", "NO_POLICY")
                + Imports.line("06059", "Wrong").replace("PROTECTIVE", "STRONG");

        String location = Imports.taken(Imports.writer().contentType(Imports.CSV).queryParam("dry_run", true).body(file)
                .post("/v1/imports").then());

        Imports.done(location).body("dryRun", equalTo(true)).body("rows", equalTo(5)).body("accepted", equalTo(1))
                .body("unchanged", equalTo(2)).body("refused", equalTo(2));
        Imports.rows(location, "accepted").body("items[0].record", nullValue());
        Imports.rows(location, "refused").body("items[0].reason", containsString("Row 2")).body("items[1].errors[0].field",
                equalTo("stance"));
        Imports.policies("06059").body("total", equalTo(1));
        assertNews(1);
        Imports.done(Imports.send(Imports.CSV, file)).body("accepted", equalTo(1)).body("unchanged", equalTo(2)).body("refused",
                equalTo(2));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "county | 06037 | 6037 | 06037", "county | 06037 | 99999 | ", "county | 06037 | 09110 | 09003",
            "county | \"county\": \"06037\" | \"countyName\": \"Fairfax\", \"state\": \"VA\" | 51059",
            "county | \"county\": \"06037\" | \"agency\": \"no place\" | ",
            "state | \"county\" | \"state\": \"TX\", \"county\" | 06037",
            "effectiveFrom | 2019-07-22 | 5025-07-22 | ", "factor | LIMITS_ICE_HOLDS | HOLDS | ",
            "title | \"Refused\" | null | ", "title | Refused | nul \\u0000 | ", "title | Refused | half \\ud800 | ",
            "unknown | \"county\" | \"unknown\": 1, \"county\" | ",
            "sources[0].url | https://example.org/a | javascript:x | " })
    void refusesARowAndSaysWhy(String field, String find, String replace, String candidate) throws SQLException {
        String location = Imports.taken(Imports.send(Imports.JSON,
                "[" + row("06037", "Refused").replace(find, replace) + "," + row("06061", "Its neighbour " + replace.hashCode())
                        + "]"));

        Imports.done(location).body("accepted", equalTo(1)).body("refused", equalTo(1));
        var rows = Imports.rows(location, "refused").body("total", equalTo(1)).body("items[0].number", equalTo(1))
                .body("items[0].outcome", equalTo("refused")).body("items[0].content.stance", equalTo("PROTECTIVE"))
                .body("items[0].reason", notNullValue()).body("items[0].errors.field", hasItem(field));
        if (candidate != null) {
            rows.body("items[0].candidates.fips", hasItem(candidate));
        }
        assertNews(1);
    }

    @Test
    void givesRefusedRowsAsCsvThatCanBeCorrectedAndSentAgain() throws SQLException {
        String first = Imports.taken(Imports.send(Imports.CSV, Imports.HEADER + Imports.line("06063", "Fine")
                + Imports.line("6063", "=1+1") + Imports.line("06063", "'Mostly'").replace("PROTECTIVE", "STRONG")));
        Imports.done(first).body("refused", equalTo(2));

        String refused = Imports.refusedAsCsv(first);
        assertEquals(
                "county,factor,stance,instrument,title,effectiveFrom,sourceTitle,sourceUrl,_number,_outcome,_reason,_candidates,"
                        + "_record,_submission",
                refused.lines().findFirst().orElseThrow());
        assertEquals(true, refused.contains("'=1+1") && refused.contains("06063 Plumas County CA"), refused);
        String corrected = refused.replace("\r\n6063,", "\r\n06063,").replace("STRONG", "PROTECTIVE");

        Imports.done(Imports.send(Imports.CSV, corrected)).body("rows", equalTo(2)).body("accepted", equalTo(2));
        Imports.policies("06063").body("items.title", equalTo(List.of("Fine", "=1+1", "'Mostly'")));
        String fine = Imports.policies("06063").extract().path("items.find { it.title == 'Fine' }.id");
        Imports.reader().accept("text/csv").get(first + "/rows").then().statusCode(200).contentType("text/csv")
                .body(containsString("Fine,2019-07-22")).body(containsString(",1,accepted,,," + fine + ","));
    }

    @Test
    void keepsEachRowToTheJurisdictionOfTheKey() throws SQLException {
        String location = Imports.taken(Imports.maryland().contentType(Imports.CSV)
                .body(Imports.HEADER + Imports.line("24001", "Mine") + Imports.line("48201", "Not mine")).post("/v1/imports")
                .then());

        Imports.done(location).body("accepted", equalTo(1)).body("refused", equalTo(1));
        Imports.rows(location, "refused").body("items[0].reason", containsString("48201"));
        assertNews(1);
    }

    @Test
    void answersARepeatedRequestWithTheSameImport() {
        String file = Imports.HEADER + Imports.line("06065", "Once");
        var once = Imports.writer().contentType(Imports.CSV).header("Idempotency-Key", "import-1");

        String first = Imports.taken(once.body(file).post("/v1/imports").then());
        String second = Imports.taken(once.body(file).post("/v1/imports").then());

        assertEquals(first, second);
        once.body(file + Imports.line("06065", "More")).post("/v1/imports").then().statusCode(422);
    }

    @Test
    void pagesThroughRowsAndImports() {
        String location = Imports.taken(Imports.send(Imports.CSV, Imports.HEADER + Imports.line("06067", "a") + Imports.line(
                "06067", "b") + Imports.line("06067", "c")));
        Imports.done(location);
        String later = Imports.taken(Imports.send(Imports.CSV, Imports.HEADER));
        Imports.done(later).body("rows", equalTo(0)).body("percent", equalTo(100));

        String cursor = Imports.reader().queryParam("limit", 2).get(location + "/rows").then().body("total", equalTo(3))
                .body("items.number", equalTo(List.of(1, 2))).body("items.outcome", equalTo(List.of("accepted", "accepted")))
                .extract().path("next");
        Imports.reader().queryParam("limit", 2).queryParam("cursor", cursor).get(location + "/rows").then()
                .body("items.number", equalTo(List.of(3))).body("next", nullValue());
        Imports.reader().queryParam("limit", 1).get("/v1/imports").then().statusCode(200)
                .body("items[0].id", equalTo(later.substring(12))).body("next", notNullValue());
        Imports.reader().queryParam("outcome", "lost").get(location + "/rows").then().statusCode(400);
    }

    @Test
    void showsAnImportToItsOrganisationOnly() {
        String location = Imports.taken(Imports.send(Imports.CSV, Imports.HEADER + Imports.line("06069", "Seen")));

        Imports.maryland().get(location).then().statusCode(200);
        Imports.anonymous().get(location).then().statusCode(403);
        Imports.stranger().get(location).then().statusCode(404);
        Imports.stranger().get(location + "/rows").then().statusCode(404);
        Imports.stranger().post(location + "/cancel").then().statusCode(404);
        Imports.stranger().get("/v1/imports").then().statusCode(200).body("items", hasSize(0)).body("total", equalTo(0));
        Imports.anonymous().contentType(Imports.CSV).body("x").post("/v1/imports").then().statusCode(403);
    }

    private void assertNews(long expected) throws SQLException {
        assertEquals(expected, tables.count("outbox") - eventsBefore, "events");
        assertEquals(expected, tables.count("audit") - auditBefore, "audit entries");
    }

    private static String row(String county, String title) {
        return "{\"county\": \"" + county + "\", \"factor\": \"LIMITS_ICE_HOLDS\", \"stance\": \"PROTECTIVE\","
                + " \"instrument\": \"ORDINANCE\", \"title\": \"" + title + "\", \"effectiveFrom\": \"2019-07-22\","
                + " \"sources\": [{\"title\": \"Source\", \"url\": \"https://example.org/a\"}]}";
    }
}
