package atlas.events.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What was published holds: the schemas of the last release are kept here, and today's must be fit for whoever reads by them.
 */
class CompatibilityTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<PublishedSchema> present() {
        return PublishedSchema.all().stream();
    }

    @ParameterizedTest
    @MethodSource("present")
    void isKeptWithinAVersion(PublishedSchema schema) throws IOException {
        assertEquals(List.of(), Breach.between(published(schema), schema.json()),
                schema.id() + " must stay as it is: what changes beyond new fields that may be absent, more values of an "
                        + "open enumeration and words is a new version beside it (docs/events.md)");
    }

    @Test
    void isKeptOfEveryVersionThatWasPublished() throws IOException, URISyntaxException {
        Path folder = Path.of(CompatibilityTest.class.getResource("/published").toURI());
        List<String> present = present().map(schema -> "/" + schema.name() + "/" + schema.version() + ".json").toList();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).map(file -> "/" + folder.relativize(file))
                    .forEach(file -> assertTrue(present.contains(file), file + " was published, and is gone"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "a field is gone | \"a\": { \"type\": \"string\" }, |  | /a",
            "another type | \"a\": { \"type\": \"string\" } | \"a\": { \"type\": \"integer\" } | /a",
            "null where there was none | \"a\": { \"type\": \"string\" } | \"a\": { \"type\": [\"string\", \"null\"] } | /a",
            "one more is required | \"required\": [\"a\"] | \"required\": [\"a\", \"b\"] | ''",
            "one is no longer always there | \"required\": [\"a\"] | \"required\": [] | ''",
            "an open value is gone | [\"X\", \"Y\"] | [\"X\"] | /b/c",
            "a closed enumeration has grown | [\"P\"] | [\"P\", \"Q\"] | /e",
            "an open enumeration is closed | \"x-extensible-enum\": [ | \"enum\": [ | /b/c",
            "a new limit | \"type\": \"integer\" | \"type\": \"integer\", \"maximum\": 7 | /d/items/maximum",
            "another form | \"format\": \"date\" | \"format\": \"date-time\" | /f/format",
            "rules of several fields | \"const\": 1 | \"const\": 2 | /if/g/const" })
    void findsWhatNeedsANewVersion(String what, String was, String is, String at) throws IOException {
        List<Breach> found = Breach.between(schema(), JSON.readTree(schema().toString().replace(compact(was), compact(is))));

        assertTrue(found.stream().anyMatch(breach -> breach.at().equals(at)), what + ": " + found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "a field that may be absent | \"properties\":{\"a\" | \"properties\":{\"new\":{\"type\":\"integer\"},\"a\"",
            "a value more | [\"X\", \"Y\"] | [\"X\", \"Y\", \"Z\"]",
            "other words | \"description\": \"some words\" | \"description\": \"other words\"",
            "a definition by another name | #/$defs/C | #/$defs/Same" })
    void letsTheRestGrow(String what, String was, String is) throws IOException {
        String changed = schema().toString().replace(compact(was), compact(is));

        assertTrue(!changed.equals(schema().toString()), what);
        assertEquals(List.of(), Breach.between(schema(), JSON.readTree(changed)), what);
    }

    private static JsonNode schema() throws IOException {
        return JSON.readTree("""
                { "type": "object", "required": ["a"], "properties": {
                    "a": { "type": "string" },
                    "b": { "type": "object", "required": ["c"], "properties": { "c": { "$ref": "#/$defs/C" } } },
                    "d": { "type": "array", "items": { "type": "integer" } },
                    "e": { "enum": ["P"] },
                    "f": { "type": ["string", "null"], "format": "date", "description": "some words" } },
                  "if": { "properties": { "g": { "const": 1 } } },
                  "$defs": { "C": { "type": "string", "x-extensible-enum": ["X", "Y"] },
                             "Same": { "type": "string", "x-extensible-enum": ["X", "Y"] } } }""");
    }

    private static String compact(String json) {
        return json == null ? "" : json.replace(", ", ",").replace(": ", ":").replace("{ ", "{").replace(" }", "}");
    }

    private static JsonNode published(PublishedSchema schema) throws IOException {
        String file = "/published/" + schema.name() + "/" + schema.version() + ".json";
        try (InputStream text = CompatibilityTest.class.getResourceAsStream(file)) {
            assertTrue(text != null, "copy the new schema to src/test/resources" + file + ": it is published with the release");
            return JSON.readTree(text);
        }
    }
}
