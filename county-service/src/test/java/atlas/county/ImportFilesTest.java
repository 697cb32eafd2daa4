package atlas.county;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Files as they come: what can be read is read, what cannot is refused whole, with one clear reason. */
@QuarkusTest
@CountyServers
class ImportFilesTest {

    private static final String LINE = Imports.line("08001", "Clumsy");

    @Inject
    Tables tables;

    private long importsBefore;
    private long rowsBefore;
    private boolean taken;

    @BeforeEach
    void count() throws SQLException {
        importsBefore = tables.count("import");
        rowsBefore = tables.count("import_row");
    }

    @AfterEach
    void stagesNothingOfWhatItRefuses() throws SQLException {
        if (!taken) {
            assertEquals(importsBefore, tables.count("import"));
            assertEquals(rowsBefore, tables.count("import_row"));
        }
    }

    @Test
    void takesAByteOrderMarkOff() {
        takes("\uFEFF" + Imports.HEADER + LINE, 1);
    }

    @ParameterizedTest
    @CsvSource({ "CR", "CRLF", "LF" })
    void takesEveryLineEnd(String ends) {
        String end = ends.replace("CR", "\r").replace("LF", "\n");
        takes((Imports.HEADER + LINE + "\n\n,,,,,,,\n" + LINE.replace("Clumsy", ends)).replace("\n", end), 2);
    }

    @Test
    void takesQuotedCellsWithEverythingInThem() {
        takes(Imports.HEADER + LINE.replace("Clumsy", "\"one, \"\"two\"\",\nthree\""), 1);
    }

    @Test
    void refusesARowOfAnotherWidthOnly() {
        String location = Imports.taken(Imports.send(Imports.CSV, Imports.HEADER + "08001,LIMITS_ICE_HOLDS\n" + Imports.line(
                "08001", "Width") + LINE.replace("\n", ",more\n")));
        taken = true;

        Imports.done(location).body("accepted", equalTo(1)).body("refused", equalTo(2));
        Imports.rows(location, "refused").body("items[0].reason", containsString("2 cells"));
    }

    @Test
    void refusesAnotherEncoding() {
        refuses(Imports.CSV, (Imports.HEADER + Imports.line("08001", "Doña Ana")).getBytes(StandardCharsets.ISO_8859_1),
                "UTF-8");
        refuses(Imports.CSV, (Imports.HEADER + LINE).getBytes(StandardCharsets.UTF_16), "UTF-8");
        refuses(Imports.NDJSON, "{\"title\": \"Do\u00f1a\"}".getBytes(StandardCharsets.ISO_8859_1), "UTF-8");
    }

    @Test
    void refusesAHeaderThatItDoesNotKnow() {
        refuses(Imports.CSV, Imports.HEADER.replace("stance,", "") + LINE, "stance");
        refuses(Imports.CSV, Imports.HEADER.replace("county,", "countyName,") + LINE, "county");
        refuses(Imports.CSV, Imports.HEADER.replace("title,", "name,") + LINE, "name");
        refuses(Imports.CSV, Imports.HEADER.replace("title,", "stance,") + LINE, "twice");
        refuses(Imports.CSV, Imports.HEADER.replace(",", ";") + LINE.replace(",", ";"), "commas");
        refuses(Imports.CSV, LINE, "08001");
        refuses(Imports.CSV, "", "empty");
    }

    @Test
    void refusesWhatIsNotAnArray() {
        refuses(Imports.JSON, "{\"title\": \"one record\"}", "array");
        refuses(Imports.JSON, "[{\"title\": \"cut off\"}", "after row 1");
        refuses(Imports.JSON, "[{\"title\": \"one\"}, {\"title\" oops}]", "Row 2");
        refuses(Imports.JSON, "[] []", "behind the end");
        refuses(Imports.JSON, "[" + "[".repeat(100) + "]".repeat(100) + "]", "Row 1");
        refuses(Imports.JSON, "", "array");
        refuses(Imports.NDJSON, Imports.HEADER + LINE, "first line");
    }

    @Test
    void refusesALineThatDoesNotEnd() {
        refuses(Imports.NDJSON, "{\"title\": \"" + "x".repeat(300_000), "too long");
        refuses(Imports.CSV, Imports.HEADER + LINE.replace("Clumsy", "\"" + "x".repeat(300_000)), "quotation mark");
        refuses(Imports.CSV, Imports.HEADER + LINE.replace("Clumsy", "x".repeat(300_000)), "too long");
        refuses(Imports.CSV, Imports.HEADER + "x,".repeat(300_000), "too long");
        refuses(Imports.CSV, "x".repeat(300_000), "too long");
        refuses(Imports.JSON, "[{\"title\": \"" + "x".repeat(300_000) + "\"}]", "too long");
        refuses(Imports.JSON, "[[" + "1,".repeat(1_000_000) + "1]]", "too long");
    }

    @Test
    void refusesAFileOfUnknownForm() {
        Imports.send("application/pdf", "%PDF").statusCode(415).contentType("application/problem+json");
        Imports.writer().contentType(Imports.CSV).queryParam("format", "yaml").body("x").post("/v1/imports").then()
                .statusCode(400).body("errors[0].field", equalTo("format"));
        Imports.writer().contentType(Imports.XLSX).body(new byte[] { 1 }).post("/v1/imports").then().statusCode(400)
                .body("errors[0].field", equalTo("listed_on"));
    }

    @Test
    void refusesASpreadsheetThatIsNone() {
        refusesSheet(new byte[] { 1, 2, 3 }, 400, "not a spreadsheet");
        refusesSheet(new byte[6 << 20], 413, "bytes");
    }

    @Test
    void refusesASpreadsheetThatUnpacksToMore() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                zip.write(zeros);
            }
        }
        refusesSheet(bomb.toByteArray(), 413, "unpacks");
    }

    @Test
    void keepsOtherBodiesSmall() {
        byte[] large = new byte[2 << 20];
        Imports.writer().contentType("application/json").body(large).post("/v1/counties/08001/policies").then().statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        Imports.send(Imports.CSV, new byte[(50 << 20) + 1]).statusCode(413).contentType("application/problem+json")
                .body("detail", containsString("52428800"));
    }

    private void takes(String content, int rows) {
        taken = true;
        Imports.done(Imports.send(Imports.CSV, content)).body("rows", equalTo(rows)).body("refused", equalTo(0)).body("error",
                nullValue());
    }

    private static void refuses(String type, String content, String reason) {
        refuses(type, content.getBytes(StandardCharsets.UTF_8), reason);
    }

    private static void refuses(String type, byte[] content, String reason) {
        refused(Imports.send(type, content), 400, reason);
    }

    private static void refusesSheet(byte[] content, int status, String reason) {
        refused(Imports.writer().contentType(Imports.XLSX).queryParam("listed_on", "2025-06-17").body(content)
                .post("/v1/imports")
                .then(), status, reason);
    }

    private static void refused(ValidatableResponse answer, int status, String reason) {
        answer.statusCode(status).contentType("application/problem+json").body("detail", containsString(reason));
    }
}
