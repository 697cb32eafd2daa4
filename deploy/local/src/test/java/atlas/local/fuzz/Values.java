package atlas.local.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes values that a schema allows. */
final class Values {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 4;
    private static final List<String> DAYS = List.of("2019-12-17", "2020-02-29", "2018-01-01", "2017-12-31", "2024-02-29");
    private static final List<String> INSTANTS = List.of("2026-01-01T00:00:00Z", "2024-02-29T23:59:59.999Z",
            "2026-06-30T12:00:00-04:00");

    private final ServedDocument document;
    private final Random random;

    Values(ServedDocument document, Random random) {
        this.document = document;
        this.random = random;
    }

    /** A value for a parameter as text; null when the schema says too little to tell one. */
    String of(Parameter parameter) {
        JsonNode schema = parameter.schema();
        boolean example = parameter.example() != null;
        if (example && (random.nextBoolean() || !isTold(schema))) {
            return parameter.example();
        }
        if (parameter.isList()) {
            JsonNode items = document.flat(schema.path("items"));
            return isTold(items) ? json(items).asText() : null;
        }
        return isTold(schema) ? json(schema).asText() : null;
    }

    /** Whether a value can be made from what the schema says, without guessing what a text may be. */
    boolean isTold(JsonNode schema) {
        return !known(schema).isEmpty() || List.of("integer", "number", "boolean").contains(type(schema))
                || List.of("date", "date-time", "uuid").contains(schema.path("format").asText());
    }

    /** A value of a schema, whole; texts of which nothing is told are short words. */
    JsonNode json(JsonNode schema) {
        return json(schema, 0);
    }

    private JsonNode json(JsonNode declared, int depth) {
        JsonNode schema = document.flat(declared);
        List<JsonNode> known = known(schema);
        if (!known.isEmpty()) {
            return any(known);
        }
        for (String choice : List.of("oneOf", "anyOf")) {
            if (schema.has(choice)) {
                return json(schema.path(choice).path(0), depth);
            }
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer" -> JSON.numberNode(whole(schema));
            case "number" -> JSON.numberNode(whole(schema));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            default -> JSON.textNode(string(schema));
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties").properties().forEach(property -> {
            if (required.contains(property.getKey()) || depth < DEEPEST && random.nextInt(3) == 0) {
                object.set(property.getKey(), json(property.getValue(), depth + 1));
            }
        });
        return object;
    }

    private ArrayNode array(JsonNode schema, int depth) {
        ArrayNode array = JSON.arrayNode();
        int least = schema.path("minItems").asInt(0);
        int size = Math.max(least, depth < DEEPEST ? 1 : 0);
        for (int i = 0; i < size; i++) {
            array.add(json(schema.path("items"), depth + 1));
        }
        return array;
    }

    private long whole(JsonNode schema) {
        long least = schema.path("minimum").asLong(0);
        long most = schema.path("maximum").asLong(Math.max(least, 100));
        return least + (long) (random.nextDouble() * (most - least + 1));
    }

    private String string(JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "date" -> DAYS.get(random.nextInt(DAYS.size()));
            case "date-time" -> INSTANTS.get(random.nextInt(INSTANTS.size()));
            case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            case "uri" -> "https://example.org/" + random.nextInt(100);
            default -> example(schema);
        };
    }

    private String example(JsonNode schema) {
        JsonNode example = schema.has("example") ? schema.get("example") : schema.path("examples").path(0);
        return example.isTextual() ? example.textValue() : "word" + random.nextInt(100);
    }

    /** The values that a schema lists, those of a list that may grow included. */
    static List<JsonNode> known(JsonNode schema) {
        List<JsonNode> known = new ArrayList<>();
        if (schema.has("const")) {
            known.add(schema.get("const"));
        }
        schema.path("enum").forEach(known::add);
        schema.path("x-extensible-enum").forEach(known::add);
        for (String choice : List.of("anyOf", "oneOf")) {
            schema.path(choice).forEach(one -> one.path("enum").forEach(known::add));
        }
        known.removeIf(JsonNode::isNull);
        return known;
    }

    /** The type, or the first of several that is not null. */
    static String type(JsonNode schema) {
        for (JsonNode one : schema.path("type")) {
            if (!one.asText().equals("null")) {
                return one.asText();
            }
        }
        return schema.path("type").asText(schema.has("properties") ? "object" : "");
    }

    <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
