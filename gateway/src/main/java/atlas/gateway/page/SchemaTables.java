package atlas.gateway.page;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** The schemas of a document as tables of fields, and in words. */
final class SchemaTables {

    private static final String PREFIX = "#/components/schemas/";
    private static final String URN = "urn:sanctuary-atlas:schema:";

    private final JsonNode schemas;

    SchemaTables(JsonNode document) {
        this.schemas = document.at("/components/schemas");
    }

    /** The name of the schema that a reference leads to; empty when there is none. */
    static String nameIn(String reference) {
        return reference.replace(PREFIX, "");
    }

    /** The fields of an object. */
    String table(String name) {
        JsonNode schema = schemas.get(name);
        Set<String> required = StreamSupport.stream(schema.path("required").spliterator(), false).map(JsonNode::asText)
                .collect(Collectors.toSet());
        return schema.get("properties").properties().stream()
                .map(field -> row(field.getKey(), field.getValue(), required.contains(field.getKey())))
                .collect(Collectors.joining("",
                        "<table>\n<thead><tr><th>Field</th><th>Type</th><th>Says</th></tr></thead>\n<tbody>\n",
                        "</tbody>\n</table>\n"));
    }

    /** What fields refer to, each with an anchor; what has a file of its own or is put together from others is left out. */
    String types() {
        return schemas.properties().stream()
                .filter(schema -> !schema.getValue().has("x-schema-id") && !schema.getValue().has("allOf"))
                .map(schema -> "<h3 id=\"type-" + schema.getKey() + "\">" + schema.getKey() + "</h3>\n<p>"
                        + Html.text(schema.getValue().get("description").asText()) + values(schema.getValue()) + "</p>\n"
                        + (schema.getValue().has("properties") ? table(schema.getKey()) : ""))
                .collect(Collectors.joining());
    }

    /** To the file of a published schema, by its name in the document. */
    String link(String name) {
        String id = schemas.get(name).get("x-schema-id").asText();
        return "<a href=\"/schemas/" + Html.text(id.substring(URN.length()).replace(':', '/')) + "\">" + Html.text(id) + "</a>";
    }

    private String row(String name, JsonNode schema, boolean required) {
        return "<tr><td>" + Html.code(name) + (required ? "" : " (may be absent)") + "</td><td>" + type(schema) + "</td><td>"
                + Html.text(schema.path("description").asText()) + values(schema) + "</td></tr>\n";
    }

    private String type(JsonNode schema) {
        if (schema.has("$ref")) {
            String name = nameIn(schema.get("$ref").asText());
            return "<a href=\"#type-" + name + "\">" + name + "</a>";
        }
        if (schema.has("anyOf")) {
            return StreamSupport.stream(schema.get("anyOf").spliterator(), false).map(this::type)
                    .collect(Collectors.joining(" or "));
        }
        if (schema.path("type").asText().equals("array")) {
            return schema.has("items") ? "list of " + type(schema.get("items")) : "list";
        }
        Stream<JsonNode> types = schema.path("type").isArray()
                ? StreamSupport.stream(schema.get("type").spliterator(), false)
                : Stream.of(schema.path("type"));
        return types.map(JsonNode::asText)
                .map(type -> type.equals("string") && schema.has("format") ? schema.get("format").asText() : type)
                .collect(Collectors.joining(" or "));
    }

    private static String values(JsonNode schema) {
        if (schema.has("const")) {
            return " Always " + Html.code(schema.get("const").asText()) + ".";
        }
        String values = Stream.of("enum", "x-extensible-enum")
                .flatMap(list -> StreamSupport.stream(schema.path(list).spliterator(), false))
                .map(value -> Html.code(value.asText())).collect(Collectors.joining(", "));
        if (values.isEmpty()) {
            return "";
        }
        return schema.has("enum") ? " Values: " + values + "." : " Values, to which others may be added: " + values + ".";
    }
}
