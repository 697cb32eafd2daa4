package atlas.gateway.format;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.gateway.format.Column.Form;
import atlas.gateway.format.Column.Step;

/**
 * Tells what the columns of a CSV file hold, as a Table Schema of Frictionless Data, by the document that describes the items.
 */
public final class TableSchema {

    private final Schemas schemas;

    private TableSchema(JsonNode document) {
        this.schemas = new Schemas(document);
    }

    /** One field for each column. */
    public static ArrayNode fields(JsonNode document, JsonNode schema, List<Column> columns) {
        TableSchema table = new TableSchema(document);
        ArrayNode fields = ((ObjectNode) document).arrayNode();
        columns.forEach(column -> fields.add(table.field(schema, column, fields.objectNode())));
        return fields;
    }

    private ObjectNode field(JsonNode schema, Column column, ObjectNode field) {
        JsonNode described = schema;
        boolean always = true;
        for (Step step : column.path()) {
            JsonNode holder = schemas.resolve(described);
            if (step.key() == null) {
                described = holder.path("properties").path(step.name());
                always = always && isAlways(holder, step.name(), described);
            } else {
                described = holder.path("items");
            }
        }
        JsonNode meant = schemas.resolve(described);
        field.put("name", column.name());
        type(field, meant, column.form());
        describe(field, described, meant, column.form());
        constrain(field, meant, column.form(), always);
        return field;
    }

    /** Whether an item always has the field with a value in it. */
    private boolean isAlways(JsonNode holder, String name, JsonNode described) {
        boolean required = false;
        for (JsonNode one : holder.path("required")) {
            required = required || one.asText().equals(name);
        }
        return required && !isNullable(described);
    }

    private boolean isNullable(JsonNode described) {
        for (String choice : List.of("anyOf", "oneOf")) {
            for (JsonNode one : described.path(choice)) {
                if (Schemas.is(one, "null")) {
                    return true;
                }
            }
        }
        return Schemas.is(schemas.resolve(described), "null");
    }

    private static void type(ObjectNode field, JsonNode meant, Form form) {
        if (form == Form.JSON) {
            field.put("type", Schemas.isList(meant) ? "array" : "object");
        } else if (form == Form.CODES) {
            field.put("type", "string");
        } else if (Schemas.is(meant, "integer")) {
            field.put("type", "integer");
        } else if (Schemas.is(meant, "number")) {
            field.put("type", "number");
        } else if (Schemas.is(meant, "boolean")) {
            field.put("type", "boolean");
        } else {
            textType(field, meant.path("format").asText());
        }
    }

    private static void textType(ObjectNode field, String format) {
        switch (format) {
            case "date" -> field.put("type", "date");
            case "date-time" -> field.put("type", "datetime");
            case "uuid" -> field.put("type", "string").put("format", "uuid");
            default -> field.put("type", "string");
        }
    }

    private static void describe(ObjectNode field, JsonNode described, JsonNode meant, Form form) {
        String words = described.path("description").asText(meant.path("description").asText());
        String codes = form == Form.CODES ? "separated by semicolons" : "";
        String text = words + (words.isEmpty() || codes.isEmpty() ? "" : "; ") + codes;
        if (!text.isEmpty()) {
            field.put("description", text);
        }
    }

    private void constrain(ObjectNode field, JsonNode meant, Form form, boolean always) {
        ObjectNode constraints = field.objectNode();
        if (form != Form.CODES && always) {
            constraints.put("required", true);
        }
        if (form == Form.VALUE && meant.path("pattern").isTextual()) {
            constraints.set("pattern", meant.get("pattern"));
        }
        if (form == Form.VALUE) {
            schemas.values(meant).stream().filter(value -> !value.equals("null"))
                    .forEach(constraints.withArrayProperty("enum")::add);
        }
        if (constraints.path("enum").isEmpty()) {
            constraints.remove("enum");
        }
        if (!constraints.isEmpty()) {
            field.set("constraints", constraints);
        }
    }
}
