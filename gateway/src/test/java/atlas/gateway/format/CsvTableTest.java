package atlas.gateway.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

class CsvTableTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DOCUMENT = """
            {'schemas': {
              'Factor': {'type': 'string', 'enum': ['A', 'B']},
              'Day': {'type': 'string', 'format': 'date'},
              'Source': {'type': 'object', 'properties': {'title': {'type': 'string'}, 'page': {'type': ['string', 'null']}}},
              'Result': {'type': 'object', 'x-key': 'code', 'properties': {'code': {'$ref': '#/schemas/Factor'},
                'protected': {'type': 'boolean'}, 'laws': {'type': 'array', 'items': {'type': 'string', 'format': 'uuid'}},
                'sources': {'type': 'array', 'items': {'$ref': '#/schemas/Source'}, 'x-include': 'sources'}}},
              'Item': {'type': 'object', 'properties': {'fips': {'type': 'string'},
                'day': {'type': ['string', 'null'], 'anyOf': [{'$ref': '#/schemas/Day'}, {'type': 'null'}]},
                'score': {'type': ['number', 'null']},
                'source': {'anyOf': [{'$ref': '#/schemas/Source'}, {'type': 'null'}]},
                'hidden': {'type': 'string', 'x-column': false},
                'states': {'type': 'array', 'items': {'type': 'string', 'pattern': '[A-Z]{2}'}},
                'notes': {'type': 'array', 'items': {'type': 'string'}},
                'body': {'type': 'object'},
                'factors': {'type': 'array', 'items': {'$ref': '#/schemas/Result'}}}}}}""".replace('\'', '"');

    private static List<Column> columns() throws IOException {
        JsonNode document = JSON.readTree(DOCUMENT);
        return Columns.of(document, document.at("/schemas/Item"));
    }

    private static String csv(List<Column> columns, boolean formulaSafe, String... items) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvTable table = new CsvTable(bytes, columns, formulaSafe)) {
            for (String item : items) {
                table.write(JSON.readTree(item));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String cell(String json, boolean formulaSafe) throws IOException {
        String all = csv(List.of(Column.of("a"), Column.of("b")), formulaSafe, "{\"a\":" + json + ",\"b\":1}");
        return all.substring("a,b\r\n".length(), all.length() - ",1\r\n".length());
    }

    @Test
    void namesItsColumnsAsTheFieldsAreNamed() throws IOException {
        assertEquals(List.of("fips", "day", "score", "source.title", "source.page", "states", "notes", "body",
                "factors.A.protected", "factors.A.laws", "factors.A.sources", "factors.B.protected", "factors.B.laws",
                "factors.B.sources"), columns().stream().map(Column::name).toList());
        assertEquals("sources", columns().get(10).onlyWith());
        assertEquals("factors", columns().get(10).field());
    }

    @Test
    void writesEachValueIntoItsColumn() throws IOException {
        String item = """
                {"fips": "01001", "day": "2019-12-17", "score": 5, "source": {"title": "T"}, "hidden": "h", "states": ["GA", "MD"],
                 "notes": ["a; b", "c"], "body": {"x": 1}, "factors": [{"code": "B", "protected": true, "laws": ["u", "v"]}]}""";
        String line = csv(columns(), true, item).split("\r\n")[1];
        assertEquals("01001,2019-12-17,5,T,,GA;MD,\"[\"\"a; b\"\",\"\"c\"\"]\",\"{\"\"x\"\":1}\",,,,true,u;v,", line);
    }

    @Test
    void hasItsLineOfNamesEvenWithoutItems() throws IOException {
        assertEquals("a,b\r\n", csv(List.of(Column.of("a"), Column.of("b")), true));
    }

    @Test
    void tellsNothingFromAnEmptyText() throws IOException {
        assertEquals("", cell("null", true));
        assertEquals("\"\"", cell("\"\"", true));
    }

    @Test
    void leavesTheCellOfAListWithoutMembersEmpty() throws IOException {
        assertTrue(csv(columns(), true, "{\"states\": [], \"notes\": []}").endsWith("\r\n,,,,,,[],,,,,,,\r\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = { "`plain`|plain", "`a,b`|`\"a,b\"`",
            "`say \\\"x\\\"`|`\"say \"\"x\"\"\"`",
            "`two\\nlines`|`\"two\nlines\"`", "`cr\\rx`|`\"cr\rx\"`", "` led`|` led`", "`Doña Ana`|Doña Ana" })
    void quotesWhatWouldBreakALine(String text, String cell) throws IOException {
        assertEquals(cell, cell('"' + text + '"', true));
    }

    @ParameterizedTest
    @ValueSource(strings = { "=1+1", "+1", "-1", "@SUM(A1)", "'=1" })
    void keepsTextFromBeingTakenForAFormula(String text) throws IOException {
        assertEquals("'" + text, cell('"' + text + '"', true));
        assertEquals(text, cell('"' + text + '"', false));
    }

    @Test
    void keepsTextBehindATabOrACarriageReturnFromBeingTakenForAFormula() throws IOException {
        assertEquals("'\t=1", cell("\"\\t=1\"", true));
        assertEquals("\"'\r=1\"", cell("\"\\r=1\"", true));
    }

    @ParameterizedTest
    @ValueSource(strings = { "-77.2042", "0", "1E+2", "true" })
    void leavesNumbersAsTheyAre(String number) throws IOException {
        assertEquals(JSON.readTree(number).asText(), cell(number, true));
    }
}
