package atlas.gateway.breaking;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A schema as its readers see it: references followed, parts put together, null apart from the other types.
 *
 * @param name of the component; null when it has none
 * @param whole the schema without references and combinations at its top
 * @param variants what it may be one of; empty when it is one thing
 */
record Shape(String name, ObjectNode whole, boolean nullable, List<JsonNode> variants) {

    private static final String SCHEMAS = "#/components/schemas/";

    static Shape of(JsonNode document, JsonNode schema) {
        return of(document, schema, null);
    }

    private static Shape of(JsonNode document, JsonNode schema, String name) {
        String reference = schema.path("$ref").asText();
        if (!reference.isEmpty()) {
            ObjectNode meant = document.at(reference.substring(1)).deepCopy();
            schema.fields().forEachRemaining(field -> {
                if (!field.getKey().equals("$ref")) {
                    meant.set(field.getKey(), field.getValue());
                }
            });
            return of(document, meant, reference.startsWith(SCHEMAS) ? reference.substring(SCHEMAS.length()) : name);
        }
        if (schema.has("anyOf") || schema.has("oneOf")) {
            return choice(document, (ObjectNode) schema, name);
        }
        return new Shape(name, together(document, schema), types(schema).contains("null"), List.of());
    }

    private static Shape choice(JsonNode document, ObjectNode schema, String name) {
        List<JsonNode> variants = new ArrayList<>();
        boolean nullable = false;
        for (JsonNode variant : schema.has("anyOf") ? schema.path("anyOf") : schema.path("oneOf")) {
            if (variant.path("type").asText().equals("null")) {
                nullable = true;
            } else {
                variants.add(variant);
            }
        }
        if (variants.size() == 1) {
            Shape only = of(document, variants.get(0), name);
            return new Shape(only.name, only.whole, nullable || only.nullable, only.variants);
        }
        return new Shape(name, schema, nullable, variants);
    }

    /** All parts of an allOf in one. */
    private static ObjectNode together(JsonNode document, JsonNode schema) {
        ObjectNode whole = schema.isObject() ? schema.deepCopy() : JsonNodeFactory.instance.objectNode();
        whole.remove("allOf");
        for (JsonNode part : schema.path("allOf")) {
            Shape.of(document, part).whole.fields().forEachRemaining(field -> {
                switch (field.getKey()) {
                    case "properties" -> whole.withObjectProperty("properties").setAll((ObjectNode) field.getValue());
                    case "required" -> field.getValue().forEach(whole.withArrayProperty("required")::add);
                    default -> whole.set(field.getKey(), field.getValue());
                }
            });
        }
        return whole;
    }

    /** Its types without null; none when it may be anything. */
    Set<String> types() {
        Set<String> types = types(whole);
        types.remove("null");
        return types;
    }

    private static Set<String> types(JsonNode schema) {
        Set<String> types = new TreeSet<>();
        JsonNode type = schema.path("type");
        type.forEach(one -> types.add(one.asText()));
        if (type.isTextual()) {
            types.add(type.asText());
        }
        return types;
    }

    /** What it enumerates, closed or open; empty when nothing. */
    Set<String> values() {
        Set<String> values = new LinkedHashSet<>();
        whole.path(isOpen() ? "x-extensible-enum" : "enum").forEach(value -> values.add(value.asText()));
        return values;
    }

    boolean isOpen() {
        return whole.has("x-extensible-enum");
    }

    boolean isObject() {
        return whole.path("properties").isObject();
    }

    JsonNode properties() {
        return whole.path("properties");
    }

    Set<String> required() {
        Set<String> required = new LinkedHashSet<>();
        whole.path("required").forEach(name -> required.add(name.asText()));
        return required;
    }
}
