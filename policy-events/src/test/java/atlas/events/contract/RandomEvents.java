package atlas.events.contract;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.events.EventType;

/** Makes events of all that a schema allows, the same for the same seed. */
final class RandomEvents {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final long SOME_SECOND = 1_576_593_000L;
    private static final String LETTERS = "aB \"\\/é☃\t0";

    private final Random random;
    private final double presence;
    private final Map<String, Supplier<String>> texts;
    private JsonNode root;

    /** @param presence how often what may be null or absent is there */
    RandomEvents(long seed, double presence) {
        this.random = new Random(seed);
        this.presence = presence;
        this.texts = Map.of("uuid", () -> new UUID(random.nextLong(), random.nextLong()).toString(),
                "date", () -> LocalDate.of(2000, 1, 1).plusDays(random.nextInt(10_000)).toString(),
                "date-time", () -> Instant.ofEpochSecond(SOME_SECOND + random.nextInt(), random.nextInt(1_000_000) * 1_000L)
                        .toString(),
                "uri", () -> "https://example.org/" + random.nextInt(), "uri-reference", () -> "/county-service",
                "^[0-9]{5}$", () -> String.format("%05d", random.nextInt(100_000)), "^[A-Z]{2}$", () -> "MD");
    }

    /** An event that the schema allows: rules about several fields together are met by trying again. */
    JsonNode next(EventType type) {
        ObjectNode event = (ObjectNode) any(PublishedSchema.ENVELOPE.json(), true);
        event.put("type", type.wireName()).put("dataschema", type.schema());
        PublishedSchema schema = PublishedSchema.all().stream().filter(one -> one.id().equals(type.schema())).findFirst()
                .orElseThrow();
        do {
            event.set("data", any(schema.json(), true));
        } while (!Judge.ofWriters().errors(event).isEmpty());
        return event;
    }

    private JsonNode any(JsonNode schema, boolean isRoot) {
        if (isRoot) {
            root = schema;
        }
        if (schema.has("$ref")) {
            return any(root.at(schema.get("$ref").textValue().substring(1)), false);
        }
        if (schema.has("anyOf")) {
            return isThere() ? any(schema.get("anyOf").get(0), false) : JSON.nullNode();
        }
        if (schema.has("const")) {
            return schema.get("const");
        }
        JsonNode values = schema.has("enum") ? schema.get("enum") : schema.path("x-extensible-enum");
        return values.isEmpty() ? ofType(schema) : values.get(random.nextInt(values.size()));
    }

    private JsonNode ofType(JsonNode schema) {
        JsonNode type = schema.get("type");
        if (type.isArray() && !isThere()) {
            return JSON.nullNode();
        }
        return switch (type.isArray() ? type.get(0).textValue() : type.textValue()) {
            case "object" -> object(schema);
            case "array" -> array(schema);
            case "string" -> JSON.textNode(text(schema));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "integer" -> JSON.numberNode(schema.get("minimum").intValue() + random.nextInt(7));
            case "number" -> JSON.numberNode(schema.get("minimum").intValue() + random.nextInt(14) / 2.0);
            default -> throw new IllegalStateException("a type that nothing is made of: " + type);
        };
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode object = JSON.objectNode();
        schema.path("properties").properties().forEach(field -> {
            boolean required = schema.get("required").toString().contains("\"" + field.getKey() + "\"");
            if (required || isThere()) {
                object.set(field.getKey(), any(field.getValue(), false));
            }
        });
        return object;
    }

    private ArrayNode array(JsonNode schema) {
        ArrayNode array = JSON.arrayNode();
        int size = schema.path("minItems").intValue() + (isThere() ? random.nextInt(3) : 0);
        for (int i = 0; i < size; i++) {
            array.add(schema.has("items") ? any(schema.get("items"), false) : JSON.arrayNode().add(i));
        }
        return array;
    }

    private String text(JsonNode schema) {
        String form = schema.path("format").asText(schema.path("pattern").asText());
        if (texts.containsKey(form)) {
            return texts.get(form).get();
        }
        byte[] letters = new byte[schema.path("minLength").intValue() + random.nextInt(20)];
        random.nextBytes(letters);
        StringBuilder text = new StringBuilder();
        for (byte letter : letters) {
            text.append(LETTERS.charAt(Math.floorMod(letter, LETTERS.length())));
        }
        return text.toString();
    }

    private boolean isThere() {
        return random.nextDouble() < presence;
    }

    static byte[] bytes(JsonNode event) {
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }
}
