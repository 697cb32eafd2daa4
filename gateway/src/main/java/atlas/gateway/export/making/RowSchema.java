package atlas.gateway.export.making;

import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Puts the schema of a row together from those of the published document. */
final class RowSchema {

    private final JsonNode document;
    private final ObjectNode schema;

    RowSchema(JsonNode document) {
        this.document = document;
        this.schema = ((ObjectNode) document).objectNode().put("type", "object");
        schema.putArray("required");
        schema.putObject("properties");
    }

    /** All fields of a schema but some; those that are there already stay where they are. */
    RowSchema fields(String component, String... without) {
        Set<String> left = Set.of(without);
        component(component).path("properties").fieldNames().forEachRemaining(name -> {
            if (!left.contains(name) && !schema.path("properties").has(name)) {
                like(component, name);
            }
        });
        return this;
    }

    RowSchema like(String component, String field) {
        return like(component, field, field);
    }

    /** A field as another is described, under a name of its own. */
    RowSchema like(String component, String field, String name) {
        JsonNode described = component(component);
        for (JsonNode required : described.path("required")) {
            if (required.asText().equals(field)) {
                schema.withArrayProperty("required").add(name);
            }
        }
        schema.withObjectProperty("properties").set(name, described.path("properties").path(field));
        return this;
    }

    /** A field that only the files have. */
    RowSchema own(String name, String type, String description) {
        schema.withArrayProperty("required").add(name);
        schema.withObjectProperty("properties").putObject(name).put("type", type).put("description", description);
        return this;
    }

    /** A list of the names of constants that only the files have. */
    RowSchema codes(String name, String description) {
        schema.withObjectProperty("properties").putObject(name).put("type", "array").put("description", description)
                .putObject("items").put("type", "string").put("pattern", "[A-Z0-9_]+");
        return this;
    }

    ObjectNode node() {
        return schema;
    }

    private JsonNode component(String name) {
        JsonNode component = document.path("components").path("schemas").path(name);
        if (component.path("properties").isEmpty()) {
            throw new IllegalStateException("the published document does not describe " + name);
        }
        return component;
    }
}
