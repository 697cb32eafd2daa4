package atlas.local.fuzz;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** The values at the edges of a schema, on either side of them. */
final class Edges {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> DAYS = List.of("2020-02-29", "2019-02-29", "1900-02-29", "2000-02-29", "0001-01-01",
            "9999-12-31", "0000-01-01", "-0001-01-01", "+10000-01-01", "2019-13-01", "2019-00-10", "2019-04-31", "2019-1-1",
            "19-01-01", "2019-12-17T00:00:00Z", " 2019-12-17", "2018-11", "2018", "today");
    private static final List<String> INSTANTS = List.of("2020-02-29T00:00:00Z", "2019-02-29T00:00:00Z",
            "2019-12-17T24:00:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z",
            "2019-12-17T00:00:00", "2019-12-17", "2019-12-17T00:00:00+18:00", "2019-12-17T00:00:00+25:00",
            "+292278994-08-17T07:12:55Z", "2019-12-17T00:00:00.123456789Z", "now", "1576540800");
    private static final List<String> IDS = List.of("00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff", "1-1-1-1-1", "0197a000-0000-7000-8000-00000000000",
            "{0197a000-0000-7000-8000-000000000001}", "0197A000-0000-7000-8000-000000000001");
    private static final int LONG = 3000;

    private Edges() {
    }

    static List<JsonNode> of(JsonNode schema) {
        List<JsonNode> edges = new ArrayList<>();
        List<JsonNode> known = Values.known(schema);
        if (!known.isEmpty()) {
            edges.add(known.get(0));
            edges.add(known.get(known.size() - 1));
            edges.add(JSON.textNode(known.get(0).asText().toLowerCase()));
            edges.add(JSON.textNode(known.get(0).asText() + "_"));
        }
        switch (Values.type(schema)) {
            case "integer", "number" -> numbers(schema, edges);
            case "boolean" -> List.of("true", "false", "TRUE", "yes", "1", "0", "")
                    .forEach(text -> edges.add(text.equals("true") || text.equals("false")
                            ? JSON.booleanNode(text.equals("true"))
                            : JSON.textNode(text)));
            case "array" -> edges.add(JSON.arrayNode());
            case "object" -> edges.add(JSON.objectNode());
            default -> texts(schema, edges);
        }
        return edges;
    }

    private static void numbers(JsonNode schema, List<JsonNode> edges) {
        for (String bound : List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")) {
            if (schema.has(bound)) {
                BigDecimal edge = new BigDecimal(schema.path(bound).asText());
                List.of(edge.subtract(BigDecimal.ONE), edge, edge.add(BigDecimal.ONE))
                        .forEach(number -> edges.add(JSON.numberNode(number.toBigInteger())));
            }
        }
        for (String number : List.of("0", "-1", "1", "2147483647", "2147483648", "9223372036854775807",
                "9223372036854775808", "-9223372036854775809")) {
            edges.add(JSON.numberNode(new BigInteger(number)));
        }
        edges.add(JSON.numberNode(new BigDecimal("0.5")));
    }

    private static void texts(JsonNode schema, List<JsonNode> edges) {
        switch (schema.path("format").asText()) {
            case "date" -> DAYS.forEach(text -> edges.add(JSON.textNode(text)));
            case "date-time" -> INSTANTS.forEach(text -> edges.add(JSON.textNode(text)));
            case "uuid" -> IDS.forEach(text -> edges.add(JSON.textNode(text)));
            default -> {
                lengths(schema, edges);
                String example = schema.path("examples").path(0).asText("");
                if (!example.isEmpty()) {
                    List.of(example.substring(1), example + example.charAt(0), " " + example, example.toLowerCase())
                            .forEach(text -> edges.add(JSON.textNode(text)));
                }
            }
        }
    }

    private static void lengths(JsonNode schema, List<JsonNode> edges) {
        edges.add(JSON.textNode(""));
        edges.add(JSON.textNode(" "));
        edges.add(JSON.textNode("é"));
        int least = schema.path("minLength").asInt(1);
        int most = schema.path("maxLength").asInt(LONG);
        for (int length : new int[] { least - 1, least, most - 1, most, most + 1 }) {
            if (length >= 0) {
                edges.add(JSON.textNode("x".repeat(length)));
            }
        }
        if (most > 1) {
            edges.add(JSON.textNode("😀".repeat(most))); // one character of the schema, two of Java
            edges.add(JSON.textNode("é".repeat(most)));
        }
    }
}
