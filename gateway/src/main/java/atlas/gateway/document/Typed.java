package atlas.gateway.document;

import java.math.BigDecimal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Values as their schemas want them: annotations can only hold text, and one value where a list is meant. */
final class Typed {

    private Typed() {
    }

    /** The value in the type of the (resolved) schema. */
    static JsonNode as(JsonNode schema, JsonNode value) {
        String type = type(schema);
        if (type.equals("array")) {
            return value.isArray() ? value : list(schema.path("items"), value.asText());
        }
        if (type.equals("string")) {
            return value.isTextual() ? value : TextNode.valueOf(value.asText());
        }
        if (type.equals("integer") && value.isTextual()) {
            return LongNode.valueOf(Long.parseLong(value.asText()));
        }
        if (type.equals("number") && value.isTextual()) {
            return DecimalNode.valueOf(new BigDecimal(value.asText()));
        }
        return value;
    }

    /** The first type that is not null. */
    static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        for (JsonNode one : type) {
            if (!one.asText().equals("null")) {
                return one.asText();
            }
        }
        return type.asText();
    }

    private static ArrayNode list(JsonNode items, String values) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (String value : values.split(",")) {
            list.add(as(items, TextNode.valueOf(value.strip())));
        }
        return list;
    }
}
