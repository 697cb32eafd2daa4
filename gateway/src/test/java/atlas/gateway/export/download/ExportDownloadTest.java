package atlas.gateway.export.download;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import atlas.gateway.testing.GatewayTest;
import atlas.gateway.testing.MadeExports;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

@GatewayTest
class ExportDownloadTest {

    private static final String LATEST = "/v1/exports/rows.csv";

    @Inject
    MadeExports exports;

    private byte[] content;
    private String pinned;

    @BeforeEach
    void makeASet() {
        content = MadeExports.rows(20_000);
        pinned = "/v1/exports/" + exports.make("v1", content) + "/rows.csv";
    }

    @Test
    void listsFilesWithWhatTheyAre() {
        given().get("/v1/exports").then().statusCode(200).body("version", equalTo("v1")).body("total", equalTo(2))
                .body("next", nullValue()).body("items[0].name", equalTo("rows.csv"))
                .body("items[0].bytes", equalTo(content.length)).body("items[0].sha256", equalTo(MadeExports.sha256(content)))
                .body("items[0].url", equalTo(pinned)).body("items[0].rows", equalTo(20_000))
                .body("items[1].gzipBytes", nullValue()).body("license.name", equalTo("CC-BY-4.0"))
                .body("citation", containsString("v1")).body("lastEvent", equalTo("17")).body("stale", equalTo(false));
    }

    @Test
    void givesAFileWholeWithItsValidators() {
        byte[] got = plain().get(LATEST).then().statusCode(200).header("ETag", tag()).header("Accept-Ranges", "bytes")
                .header("Content-Length", Integer.toString(content.length)).header("Content-Type", "text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"rows.csv\"").header("Content-Location", pinned)
                .header("Cache-Control", "public, max-age=0, must-revalidate").header("Vary", containsString("Accept-Encoding"))
                .header("Last-Modified", "Sun, 01 Mar 2026 12:00:01 GMT").header("Content-Encoding", nullValue())
                .header("Repr-Digest", containsString("sha-256=:")).extract().asByteArray();

        assertArrayEquals(content, got);
        plain().get(pinned).then().statusCode(200).header("Cache-Control", containsString("immutable")).header("ETag", tag());
    }

    @Test
    void givesItCompressedAsAnotherRepresentation() throws Exception {
        Response compressed = encoded("gzip").get(LATEST);
        compressed.then().statusCode(200).header("Content-Encoding", "gzip").header("ETag", not(equalTo(tag())));
        byte[] bytes = compressed.asByteArray();
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            assertArrayEquals(content, in.readAllBytes());
        }
        byte[] part = encoded("br, gzip;q=0.5").header("Range", "bytes=10-").get(LATEST).then().statusCode(206)
                .header("Content-Range", "bytes 10-" + (bytes.length - 1) + "/" + bytes.length).extract().asByteArray();
        assertArrayEquals(Arrays.copyOfRange(bytes, 10, bytes.length), part);
        encoded("gzip;q=0").get(LATEST).then().header("Content-Encoding", nullValue()).header("ETag", tag());
        encoded("*").get(LATEST).then().header("Content-Encoding", "gzip");
        encoded("gzip;q=0, *").get(LATEST).then().header("Content-Encoding", nullValue());
        encoded("gzip").get("/v1/exports/whole.zip").then().statusCode(200).header("Content-Encoding", nullValue());
    }

    @Test
    void givesOnePartAndSeveralAsTheWhole() {
        byte[] part = plain().header("Range", "bytes=100-199").get(LATEST).then().statusCode(206)
                .header("Content-Range", "bytes 100-199/" + content.length).header("Content-Length", "100")
                .header("ETag", tag()).extract().asByteArray();
        assertArrayEquals(Arrays.copyOfRange(content, 100, 200), part);
        part("bytes=-50").statusCode(206).header("Content-Length", "50");
        part("bytes=0-0,5-6").statusCode(200).header("Content-Range", nullValue());
        part("bytes=9-8").statusCode(200);
        part("rows=1-2").statusCode(200);
    }

    @Test
    void refusesAPartBehindTheEnd() {
        part("bytes=" + content.length + "-").statusCode(416).header("Content-Range", "bytes */" + content.length)
                .contentType("application/problem+json").body("type", equalTo("/problems/range-not-satisfiable"));
        given().get("/problems/range-not-satisfiable").then().statusCode(200);
    }

    @Test
    void givesAPartOnlyOfTheSameFile() {
        plain().header("Range", "bytes=100-199").header("If-Range", tag()).get(LATEST).then().statusCode(206);
        for (String other : new String[] { "\"other\"", "W/" + tag(), "Sun, 01 Mar 2026 12:00:01 GMT" }) {
            plain().header("Range", "bytes=100-199").header("If-Range", other).get(LATEST).then().statusCode(200)
                    .header("Content-Length", Integer.toString(content.length));
        }
    }

    @Test
    void answers304ToWhoHasIt() {
        for (String known : new String[] { tag(), "\"x\", W/" + tag(), "*" }) {
            Response same = plain().header("If-None-Match", known).header("Range", "bytes=0-1").get(LATEST);
            same.then().statusCode(304).header("ETag", tag()).header("Content-Type", nullValue());
            assertEquals(0, same.asByteArray().length);
        }
        plain().header("If-None-Match", "\"x\"").get(LATEST).then().statusCode(200);
    }

    @Test
    void answersHeadWithTheLengthAlone() {
        Response head = plain().header("Range", "bytes=0-1").head(LATEST);
        head.then().statusCode(200).header("Content-Length", Integer.toString(content.length)).header("ETag", tag())
                .header("Accept-Ranges", "bytes");
        assertEquals(0, head.asByteArray().length);
        plain().header("If-None-Match", tag()).head(LATEST).then().statusCode(304);
    }

    @Test
    void goesOnWhereItBrokeOffAlthoughANewVersionCame() throws Exception {
        byte[] begin = begin(pinned, 100_000);
        byte[] other = MadeExports.rows(30_000);
        exports.make("v2", other);

        byte[] rest = plain().header("Range", "bytes=" + begin.length + "-").header("If-Range", tag()).get(pinned).then()
                .statusCode(206).extract().asByteArray();

        assertEquals(MadeExports.sha256(content), MadeExports.sha256(concat(begin, rest)));
        assertArrayEquals(other, plain().header("Range", "bytes=" + begin.length + "-").header("If-Range", tag()).get(LATEST)
                .then().statusCode(200).extract().asByteArray());
    }

    @Test
    void keepsAFewVersionsAndSaysOfOthersThatTheyAreGone() {
        for (int version = 2; version <= 4; version++) {
            exports.make("v" + version, content);
        }
        plain().get(pinned).then().statusCode(404).contentType("application/problem+json")
                .body("detail", containsString("not kept"));
        plain().get("/v1/exports/v2/rows.csv").then().statusCode(200);
        assertFalse(exports.folders().contains("v1"));
        assertTrue(exports.folders().containsAll(java.util.List.of("v2", "v3", "v4")));
    }

    @Test
    void refusesWhatIsNotThere() {
        for (String path : new String[] { "/v1/exports/set.json", "/v1/exports/rows.csv.gz", "/v1/exports/v1/set.json",
                "/v1/exports/nothing/rows.csv" }) {
            plain().get(path).then().statusCode(404).contentType("application/problem+json");
        }
        plain().get("/v1/exports/v1/rows.csv/x").then().statusCode(404);
        plain().get(LATEST + "?format=csv").then().statusCode(400);
        plain().post(LATEST).then().statusCode(405).header("Allow", containsString("GET, HEAD"));
        plain().urlEncodingEnabled(false).get("/v1/exports/..%2fset.json").then().statusCode(400);
    }

    @Test
    void mayBeReadFromAnyOrigin() {
        plain().header("Origin", "https://example.org").get(LATEST).then().header("Access-Control-Allow-Origin", "*");
    }

    @Test
    void isDescribedInTheDocument() {
        given().get("/openapi").then().statusCode(200)
                .body("paths.'/v1/exports/{name}'.get.responses.keySet()", hasItems("200", "206", "304", "416", "404"))
                .body("paths.'/v1/exports/{version}/{name}'.get.parameters.name", hasItems("Range", "If-Range"));
    }

    /** Reads so much of a file and hangs up. */
    private static byte[] begin(String path, int most) throws Exception {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            OutputStream out = socket.getOutputStream();
            out.write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            while (!line.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
                line.write(in.read());
            }
            return in.readNBytes(most);
        }
    }

    private static byte[] concat(byte[] begin, byte[] rest) {
        byte[] whole = Arrays.copyOf(begin, begin.length + rest.length);
        System.arraycopy(rest, 0, whole, begin.length, rest.length);
        return whole;
    }

    private String tag() {
        return '"' + MadeExports.sha256(content) + '"';
    }

    private static ValidatableResponse part(String range) {
        return plain().header("Range", range).get(LATEST).then();
    }

    private static RequestSpecification plain() {
        return encoded("identity");
    }

    /** As the bytes come. */
    private static RequestSpecification encoded(String encodings) {
        return given().config(RestAssured.config().decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .header("Accept-Encoding", encodings);
    }
}
