package atlas.gateway.format;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import atlas.gateway.document.References;

/** Reads the schemas of a document: follows references, and takes "this or null" for this. */
final class Schemas {

    private final JsonNode document;

    Schemas(JsonNode document) {
        this.document = document;
    }

    /** The schema that says what is in there. */
    JsonNode resolve(JsonNode reference) {
        JsonNode schema = References.resolve(document, reference);
        for (String choice : List.of("anyOf", "oneOf", "allOf")) {
            for (JsonNode one : schema.path(choice)) {
                JsonNode meant = resolve(one);
                if (!meant.path("type").asText().equals("null")) {
                    return meant;
                }
            }
        }
        return schema;
    }

    static boolean is(JsonNode schema, String type) {
        JsonNode types = schema.path("type");
        for (JsonNode one : types) {
            if (one.asText().equals(type)) {
                return true;
            }
        }
        return types.asText().equals(type);
    }

    static boolean isList(JsonNode schema) {
        return is(schema, "array") || schema.has("items");
    }

    /** Whether it has fields that the document names. */
    static boolean isRecord(JsonNode schema) {
        return !schema.path("properties").isEmpty();
    }

    static boolean isScalar(JsonNode schema) {
        return !isList(schema) && !isRecord(schema) && !is(schema, "object")
                && (schema.has("type") || schema.has("enum"));
    }

    /** Whether values are of a form that has no semicolon in it. */
    static boolean isCode(JsonNode schema) {
        return isScalar(schema)
                && (!is(schema, "string") || schema.has("enum") || schema.has("pattern") || schema.has("format"));
    }

    /** The values of an enumeration, also of one that may grow; none when it is not one. */
    List<String> values(JsonNode schema) {
        List<String> values = new ArrayList<>();
        JsonNode known = schema.has("enum") ? schema.path("enum") : schema.path("x-extensible-enum");
        known.forEach(value -> values.add(value.asText()));
        String reference = schema.path("$ref").asText();
        if (values.isEmpty() && reference.startsWith("#/")) {
            return values(document.at(reference.substring(1)));
        }
        for (String choice : List.of("anyOf", "oneOf", "allOf")) {
            for (JsonNode one : schema.path(choice)) {
                if (values.isEmpty()) {
                    values.addAll(values(one));
                }
            }
        }
        return values;
    }
}
