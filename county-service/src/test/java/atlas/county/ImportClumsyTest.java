package atlas.county;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;

/** Files and forms as people send them by mistake: the answer says where the mistake is, and what to do. */
@QuarkusTest
@CountyServers
class ImportClumsyTest {

    private static final String LINE = Imports.line("08003", "Clumsy");

    @Inject
    Tables tables;

    @Test
    void namesTheLineInAnotherEncoding() {
        byte[] latin = (Imports.HEADER + LINE + "\n" + Imports.line("08003", "Do\u00f1a Ana")).getBytes(
                StandardCharsets.ISO_8859_1);
        refuses(Imports.CSV, latin, "line 4 ");
        refuses(Imports.CSV, new String(latin, StandardCharsets.ISO_8859_1).replace("\n", "\r\n").getBytes(
                StandardCharsets.ISO_8859_1), "line 4 ");
        refuses(Imports.CSV, (LINE.repeat(500) + "\u00e9").getBytes(StandardCharsets.ISO_8859_1), "columns");
        refuses(Imports.CSV, (Imports.HEADER + LINE.repeat(500) + "\u00e9").getBytes(StandardCharsets.ISO_8859_1), "line 502 ");
        refuses(Imports.NDJSON, "\u00e9".getBytes(StandardCharsets.ISO_8859_1), "line 1 ");
        refuses(Imports.CSV, (Imports.HEADER + LINE).getBytes(StandardCharsets.UTF_16), "UTF-16");
        refuses(Imports.CSV, (Imports.HEADER + LINE).getBytes(StandardCharsets.UTF_16LE), "NUL");
    }

    @Test
    void namesTheLineOnWhichAQuotationMarkIsMissing() {
        String open = LINE.replace("Clumsy", "\"Clumsy");
        refuses(Imports.CSV, Imports.HEADER + LINE + "\n" + open + LINE, "begins on line 4");
        refuses(Imports.CSV, (Imports.HEADER + LINE + open + LINE.replace("Clumsy", "\"Clumsy\"")).replace("\n", "\r"),
                "begins on line 3");
    }

    @Test
    void saysWhatAHeaderSeemsToBe() {
        refuses(Imports.CSV, Imports.HEADER.replace(",", ";") + LINE, "semicolons");
        refuses(Imports.CSV, Imports.HEADER.replace(",", "\t") + LINE, "tabs");
        refuses(Imports.CSV, Imports.HEADER.replace("sourceUrl", "Source URL").toUpperCase(), "FACTOR (must be factor)");
        refuses(Imports.CSV, Imports.HEADER.replace("sourceUrl", "Source URL"), "Source URL (must be sourceUrl)");
        refuses(Imports.CSV, "STATE,LAW ENFORCEMENT AGENCY,TYPE\n", "ICE's list");
    }

    @Test
    void saysWhatAFileSeemsToBe() throws IOException {
        refuses(Imports.CSV, ListFile.list().bytes(), "XLSX");
        refuses(Imports.JSON, Imports.HEADER + LINE, "text/csv");
        refuses(Imports.JSON, "{\"title\": 1}\n{\"title\": 2}", "x-ndjson");
        refuses(Imports.NDJSON, "[{\"title\": 1},\n{\"title\": 2}]", "application/json");
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write((Imports.HEADER + LINE).getBytes(StandardCharsets.UTF_8));
        }
        Imports.writer().contentType(Imports.CSV).header("Content-Encoding", "gzip").body(packed.toByteArray())
                .post("/v1/imports").then().statusCode(400).body("detail", containsString("gzip"));
    }

    @Test
    void takesEmptyCellsBehindTheLastColumnAndRefusesFullOnes() {
        String location = Imports.taken(Imports.send(Imports.CSV, Imports.HEADER.replace("\n", ",,\n") + LINE.replace("\n",
                ",,\n") + LINE.replace("\n", ",,,,\n") + LINE.replace("\n", ",lost,\n") + LINE.replace("Clumsy", "one, two")));

        Imports.done(location).body("rows", equalTo(4)).body("accepted", equalTo(1)).body("unchanged", equalTo(1));
        Imports.rows(location, "refused").body("items[0].reason", containsString("no column: lost"));
    }

    @Test
    void keepsNumbersAsTheyWereSent() {
        String huge = "{\"county\": \"08003\", \"title\": 1e999999999, \"stance\": 1.00000000000000000000001}";
        String location = Imports.taken(Imports.send(Imports.NDJSON, huge + "\n{\"title\": " + "9".repeat(2_000)
                + "}\n[1, \"two\"]\n"));

        Imports.done(location).body("refused", equalTo(3));
        String csv = Imports.refusedAsCsv(location);
        assertEquals(true, csv.contains("1.00000000000000000000001") && !csv.contains("Infinity"), csv);
        assertEquals(true, csv.contains("The row was: [1,\"\"two\"\"]"), csv);
    }

    @Test
    void losesNothingOfWhatComesBackCorrected() throws SQLException {
        List<String> titles = List.of("'quoted' from the start", "'=really this", "=1+1", "''-twice", "@home", " padded ",
                "two\r\nlines", "\"in quotes\"", "comma, and more", "\ttab");
        StringBuilder file = new StringBuilder(Imports.HEADER);
        titles.forEach(title -> file.append(Imports.line("08005", '"' + title.replace("\"", "\"\"") + '"').replace("PROTECTIVE",
                "STRONG")));
        String first = Imports.taken(Imports.send(Imports.CSV, file.toString() + Imports.line("08005", "Fine")));
        Imports.done(first).body("refused", equalTo(titles.size())).body("accepted", equalTo(1));

        String refused = Imports.refusedAsCsv(first);
        String second = Imports.taken(Imports.send(Imports.CSV, refused.replace("_number", "_n").replaceFirst("_outcome",
                "_o")));
        Imports.done(second).body("refused", equalTo(titles.size()));

        assertEquals(contents(first), contents(second));
    }

    @Test
    void refusesAFormWithMoreThanAFile() {
        byte[] file = (Imports.HEADER + LINE).getBytes(StandardCharsets.UTF_8);
        Imports.reader().multiPart("file", "a.csv", file, Imports.CSV).multiPart("dry_run", "true").post("/v1/imports").then()
                .statusCode(400).body("errors[0].field", equalTo("dry_run")).body("errors[0].message", containsString(
                        "address"));
        Imports.reader().multiPart("file", "a.csv", file, Imports.CSV).multiPart("more", "b.csv", file, Imports.CSV).post(
                "/v1/imports").then().statusCode(400).body("errors[0].message", containsString("holds 2"));
        Imports.reader().multiPart("note", "no file").post("/v1/imports").then().statusCode(400).body("errors[0].message",
                containsString("holds 0"));
    }

    @ParameterizedTest
    @CsvSource({ "../../etc/list.csv,list.csv", "C:\\Users\\some.one\\list.csv,list.csv", "list.csv,list.csv" })
    void keepsTheNameWithoutItsFolders(String sent, String kept) {
        Imports.writer().contentType(Imports.CSV).queryParam("name", sent).queryParam("dry_run", true).body(Imports.HEADER
                + LINE).post("/v1/imports").then().statusCode(202).body("name", equalTo(kept));
    }

    @ParameterizedTest
    @CsvSource({ "a%00b.csv", "a%0Ab.csv", "folder/", "%20" })
    void refusesANameThatIsNone(String name) {
        Imports.writer().urlEncodingEnabled(false).contentType(Imports.CSV).body(Imports.HEADER + LINE).post(
                "/v1/imports?name=" + name).then().statusCode(400).body("errors.field", equalTo(List.of("name")));
    }

    private static List<Object> contents(String location) {
        return Imports.rows(location, "refused").body("items", hasSize(10)).extract().path("items.content");
    }

    private void refuses(String type, String content, String reason) {
        refuses(type, content.getBytes(StandardCharsets.UTF_8), reason);
    }

    private void refuses(String type, byte[] content, String reason) {
        long before = rows();
        Imports.send(type, content).statusCode(400).contentType("application/problem+json").body("detail",
                containsString(reason));
        assertEquals(before, rows());
    }

    private long rows() {
        try {
            return tables.count("import_row");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
