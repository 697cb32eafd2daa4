package atlas.local;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;

/** One version of the exported data set, read as a user would, each file checked against what the list says of it. */
record Download(JsonNode list, Map<String, byte[]> files) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The newest version; of it all files, or those that are named. */
    static Download newest(String address, String... names) throws IOException {
        JsonNode list = JSON.readTree(given().get(address + "/v1/exports").then().statusCode(200).extract().asString());
        Map<String, byte[]> files = new HashMap<>();
        for (JsonNode item : list.path("items")) {
            String name = item.path("name").asText();
            if (names.length == 0 || List.of(names).contains(name)) {
                byte[] bytes = given()
                        .config(RestAssured.config().decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                        .header("Accept-Encoding", "identity").get(address + item.path("url").asText()).then().statusCode(200)
                        .extract().asByteArray();
                assertEquals(item.path("bytes").asLong(), bytes.length, name);
                assertEquals(item.path("sha256").asText(), sha256(bytes), name);
                files.put(name, bytes);
            }
        }
        return new Download(list, files);
    }

    JsonNode item(String name) {
        for (JsonNode item : list.path("items")) {
            if (item.path("name").asText().equals(name)) {
                return item;
            }
        }
        throw new IllegalArgumentException("there is no " + name);
    }

    String text(String name) {
        return new String(files.get(name), java.nio.charset.StandardCharsets.UTF_8);
    }

    List<JsonNode> lines(String name) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : text(name).split("\n")) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    /** The cells of a CSV file, read by the letter of RFC 4180; the names first. */
    List<List<String>> cells(String name) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        String text = text(name);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (quoted || c != ',' && c != '\r' && c != '\n') {
                cell.append(c);
            } else if (c != '\r') {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            }
        }
        return rows;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
