package atlas.county;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import atlas.service.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Spreadsheets that no program of good faith has written, and those of odd ones. */
@QuarkusTest
@CountyServers
@Timeout(60)
class ImportSheetTest {

    private static final String HEADER = "STATE, LAW ENFORCEMENT AGENCY, TYPE, COUNTY, SUPPORT TYPE, SIGNED";
    private static final String[] SHERIFF = { "GEORGIA", "Sheriff", "County", "Long County", "Task Force Model" };

    private final String organisation = "Sheets " + UUID.randomUUID();

    @Test
    void refusesANumberThatTakesHoursToRead() {
        refuses(SheetFile.list("<row r=\"2\"><c r=\"A2\"><v>" + "9".repeat(900_000) + "</v></c></row>"), 400,
                "32767 characters");
    }

    @Test
    void refusesWhatTakesMuchMemory() {
        String million = "x".repeat(1_000_000);
        refuses(texts("<si><t>" + million + "</t></si>", 2), 400, "32767 characters");
        refuses(texts("<si>" + ("<r><t>" + "x".repeat(30_000) + "</t></r>").repeat(3) + "</si>", 2), 400, "32767 characters");
        refuses(texts("<si><t>" + random(32_000) + "</t></si>", 2_000), 413, "rows up to row");
        refuses(texts(IntStream.range(0, 200_001).mapToObj(i -> "<si><t>" + i + "</t></si>").collect(Collectors.joining()), 1),
                413, "200000 texts");
        refuses(SheetFile.list("<x a=\"" + random(100_000) + "\"/>"), 400, "not a spreadsheet");
        refuses(SheetFile.list("<!-- " + ("<>" + random(50)).repeat(3_000) + " -->"), 400, "not a spreadsheet");
        refuses(SheetFile.list("<x>".repeat(5_000)), 400, "not a spreadsheet");
        refuses(SheetFile.list(million.repeat(2)), 413, "100 times");
        refuses(SheetFile.list("", "<hyperlinks><hyperlink ref=\"G1:G9999999\" r:id=\"l\"/></hyperlinks>").part(
                "xl/worksheets/_rels/sheet2.xml.rels", link("https://example.org")), 413, "100000 links");
    }

    @Test
    void refusesEntitiesOfTheFilesOwn() {
        refuses(SheetFile.of("<!DOCTYPE worksheet [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><worksheet><sheetData>"
                + SheetFile.row(1, "&a;") + "</sheetData></worksheet>"), 400, "entities");
    }

    @Test
    void refusesWhatIsNoSpreadsheetAndSaysWhatItIs() {
        refuses(HexFormat.of().parseHex("d0cf11e0a1b11ae1" + "00".repeat(504)), 400, "password");
        byte[] whole = SheetFile.list("").bytes();
        refuses(Arrays.copyOf(whole, whole.length / 2), 400, "damaged");
        refuses(SheetFile.of("").part("_rels/.rels", SheetFile.relation("w", "officeDocument", "word/document.xml"))
                .part("word/document.xml", "<document/>"), 400, "not a spreadsheet");
        refuses(SheetFile.list("").part("_rels/.rels", "<Relationships/>"), 400, "not a spreadsheet");
        refuses(SheetFile.of("<worksheet><sheetData>"), 400, "not a spreadsheet");
        refuses(SheetFile.of("<worksheet/>"), 400, "first sheet (List)");
        refuses(SheetFile.list("<row r=\"2\"><c r=\"A2\" t=\"s\"><v>7</v></c></row>"), 400, "A2");
        refuses(SheetFile.list("<row r=\"2\"><c r=\"2A\"><v>7</v></c></row>"), 400, "damaged");
        SheetFile parts = SheetFile.list("");
        IntStream.range(0, 200).forEach(i -> parts.part("more/" + i, ""));
        refuses(parts, 400, "200 parts");
    }

    @Test
    void refusesAHeaderWithoutAColumnOrWithOneTwice() {
        refuses(new ListFile("STATE", "LAW ENFORCEMENT AGENCY", "TYPE", "COUNTY NAME", "SUPPORT TYPE", "SIGNED").row("a")
                .bytes(), 400, "no column COUNTY in its header, row 1");
        refuses(new ListFile((HEADER + ", STATE").split(", ")).row("a").bytes(), 400, "again in column G");
        refuses(new ListFile("NAME", "AGE").row("a", "1").bytes(), 400, HEADER);
    }

    @Test
    void takesColumnsInAnyOrderBehindATitle() {
        ListFile list = new ListFile("Participating agencies").row("SIGNED ", "NOTES", "county", "STATE", "TYPE",
                "SUPPORT\nTYPE", "LAW  ENFORCEMENT AGENCY").row("5/8/2025", "x", "Long County", "GEORGIA", "County",
                        "Task Force Model", "Sheriff");

        Imports.done(send(list.bytes())).body("accepted", equalTo(1));

        Imports.policies("13183").body("items.effectiveFrom.flatten()", hasItem("2025-05-08"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({ "<c r='F2'><v>45785</v></c>,1900", "<c r='F2'><v>45785.75</v></c>,1900", "<c r='F2'><v>44323</v></c>,1904",
            "<c r='F2' t='d'><v>2025-05-08T00:00:00</v></c>,1900", "<c r='F2' t='str'><f>DATE(2025)</f><v>45785</v></c>,1900",
            "<c r='F2' t='inlineStr'><is><r><t>5/8</t></r><r><t>/2025</t></r><rPh><t>x</t></rPh></is></c>,1900" })
    void readsDaysHoweverTheyAreKept(String cell, int from) {
        SheetFile file = SheetFile.list(SheetFile.row(2, SHERIFF).replace("</row>", cell + "</row>"));

        String location = send((from == 1904 ? file.from1904() : file).bytes());

        Imports.done(location).body("accepted", equalTo(1));
        String id = Imports.rows(location, "accepted").extract().path("items[0].record");
        Imports.reader().get("/v1/policies/" + id).then().body("effectiveFrom", equalTo("2025-05-08"));
    }

    @Test
    void takesTheLinksOfItsOwnSheet() {
        String rows = SheetFile.row(2, "GEORGIA", "A", "County", "Long County", "Model", "5/8/2025", "link")
                + "<row r=\"4\"/><row r=\"5\" s=\"7\"><c r=\"A5\" s=\"7\"/><c r=\"XFD5\" s=\"7\"/></row>"
                + SheetFile.row(6, "GEORGIA", "B", "County", "Long County", "Model", "5/8/2025", "link")
                + SheetFile.row(7, "GEORGIA", "C", "County", "Long County", "Model", "5/8/2025").replace("</row>",
                        "<c r=\"G7\" t=\"str\"><f>HYPERLINK(\"https://example.org/c.pdf\",\"link\")</f><v>link</v></c></row>");

        String location = send(SheetFile.list(rows, "<hyperlinks><hyperlink ref=\"G2:G6\" r:id=\"l\"/></hyperlinks>").part(
                "xl/worksheets/_rels/sheet2.xml.rels", link("https://example.org/right.pdf")).bytes());

        Imports.done(location).body("rows", equalTo(3)).body("accepted", equalTo(3));
        Imports.rows(location, "accepted").body("items.content.MOA", equalTo(List.of("https://example.org/right.pdf",
                "https://example.org/right.pdf", "https://example.org/c.pdf")));
    }

    @ParameterizedTest
    @CsvSource({ "2025-13-01", "tomorrow", "''", "5025-06-17" })
    void refusesADateThatIsNone(String listedOn) {
        sent(SheetFile.list("").bytes(), listedOn).statusCode(400).body("errors[0].field", equalTo("listed_on"));
    }

    @Test
    void refusesAListOfTheFuture() {
        sent(SheetFile.list("").bytes(), LocalDate.now().plusDays(2).toString()).statusCode(400).body("errors[0].message",
                containsString("later than today"));
    }

    private static SheetFile texts(String texts, int rows) {
        return SheetFile.list(IntStream.range(2, 2 + rows).mapToObj(row -> "<row r=\"" + row + "\"><c r=\"A" + row
                + "\" t=\"s\"><v>0</v></c></row>").collect(Collectors.joining())).part("xl/sharedStrings.xml",
                        "<sst>" + texts + "</sst>");
    }

    /** Letters that do not pack well: the ratio is not what is tried. */
    private static String random(int length) {
        return new Random(1).ints(length, 'a', 'z').mapToObj(Character::toString).collect(Collectors.joining());
    }

    private static String link(String to) {
        return SheetFile.relation("l", "hyperlink", to).replace("/>", " TargetMode=\"External\"/>");
    }

    private void refuses(SheetFile file, int status, String reason) {
        refuses(file.bytes(), status, reason);
    }

    private void refuses(byte[] file, int status, String reason) {
        sent(file, "2025-06-17").statusCode(status).contentType("application/problem+json").body("detail",
                containsString(reason));
    }

    private String send(byte[] file) {
        return Imports.taken(sent(file, "2025-06-17"));
    }

    private ValidatableResponse sent(byte[] file, String listedOn) {
        return Imports.as(TestTokens.partnerOf(organisation, Set.of("policies:write"))).contentType(Imports.XLSX)
                .queryParam("listed_on", listedOn).body(file).post("/v1/imports").then();
    }
}
