package atlas.local;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

import io.restassured.response.Response;

/** A state's counties read in every form, as a reporter, a program and a map would: all say the same. */
final class FormsWalk {

    private static final String COUNTIES = "/v1/counties?state=GA&as_of=2019-12-17&limit=500";
    private static final ObjectMapper JSON = new ObjectMapper();
    /** A title that a spreadsheet program would compute. */
    static final String FORMULA = "=1+1";
    private static final int LARGEST_MAP = 1_500_000;

    private final String address;

    FormsWalk(String address) {
        this.address = address;
    }

    void comparesCsvWithJson() throws IOException {
        JsonNode counties = json(COUNTIES).path("items");
        List<Map<String, String>> lines = csv(COUNTIES + "&format=csv");
        assertEquals(counties.size(), lines.size());
        for (int i = 0; i < lines.size(); i++) {
            JsonNode county = counties.get(i);
            Map<String, String> line = lines.get(i);
            for (String name : List.of("fips", "name", "state", "asOf", "knownAt", "status", "score", "tier", "latitude")) {
                assertEquals(county.path(name).isNull() ? "" : county.path(name).asText(), line.get(name), name);
            }
            for (JsonNode factor : county.path("factors")) {
                String column = "factors." + factor.path("code").asText() + '.';
                assertEquals(factor.path("protected").asText(), line.get(column + "protected"));
                assertEquals(factor.path("basis").asText(), line.get(column + "basis"));
                List<String> laws = new ArrayList<>();
                factor.path("laws").forEach(law -> laws.add(law.asText()));
                assertEquals(String.join(";", laws), line.get(column + "laws"));
            }
        }
    }

    void comparesLinesWithItems() throws IOException {
        String[] lines = get(COUNTIES + "&format=ndjson").asString().split("\n");
        JsonNode counties = json(COUNTIES).path("items");
        assertEquals(counties.size(), lines.length);
        for (int i = 0; i < lines.length; i++) {
            assertEquals(counties.get(i), JSON.readTree(lines[i]));
        }
    }

    void comparesMapWithItems() throws IOException {
        JsonNode counties = json(COUNTIES).path("items");
        JsonNode map = json(COUNTIES + "&format=geojson");
        assertEquals("FeatureCollection", map.path("type").asText());
        assertEquals(counties.size(), map.path("features").size());
        for (int i = 0; i < counties.size(); i++) {
            JsonNode feature = map.path("features").get(i);
            assertEquals(counties.get(i), feature.path("properties"));
            assertEquals(counties.get(i).path("fips"), feature.path("id"));
            assertTrue(feature.path("geometry").path("type").asText().endsWith("Polygon"));
        }
    }

    void drawsTheNationInSmallFiles() throws IOException {
        int bytes = 0;
        int counties = 0;
        String next = "/v1/counties?limit=500&format=geojson";
        while (next != null) {
            bytes += zipped(next).length;
            Response page = get(next);
            counties += page.jsonPath().getList("features.id").size();
            String link = page.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertEquals(3142, counties);
        assertTrue(bytes < LARGEST_MAP, "the nation takes " + bytes + " bytes");
    }

    /** @param place a county's records, of which the newest is by a joker */
    void defusesFormulas(String place) throws IOException {
        assertEquals("'" + FORMULA, csv(place + "?format=csv&fields=title").get(0).get("title"));
        assertEquals(FORMULA, csv(place + "?format=csv&fields=title&escape=none").get(0).get("title"));
    }

    void knowsAgainWhatWasShortened() throws IOException {
        try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(zipped(COUNTIES + "&format=csv")))) {
            assertEquals(get(COUNTIES + "&format=csv").asString(),
                    new String(unzipped.readAllBytes(), StandardCharsets.UTF_8));
        }
        String tag = given().header("Accept-Encoding", "gzip").get(address + COUNTIES + "&format=csv").header("ETag");
        assertTrue(tag.endsWith("~gzip\""), tag);
        given().header("Accept-Encoding", "gzip").header("If-None-Match", tag).get(address + COUNTIES + "&format=csv").then()
                .statusCode(304);
    }

    private byte[] zipped(String path) throws IOException {
        URLConnection connection = URI.create(address + path).toURL().openConnection();
        connection.setRequestProperty("Accept-Encoding", "gzip");
        try (InputStream in = connection.getInputStream()) {
            return in.readAllBytes();
        }
    }

    private List<Map<String, String>> csv(String path) throws IOException {
        String csv = get(path).asString();
        return new CsvMapper().readerFor(Map.class).with(CsvSchema.emptySchema().withHeader())
                .<Map<String, String>> readValues(csv).readAll();
    }

    private JsonNode json(String path) throws IOException {
        return JSON.readTree(get(path).asByteArray());
    }

    private Response get(String path) {
        Response answer = given().get(address + path);
        assertEquals(200, answer.statusCode(), answer::asString);
        return answer;
    }
}
