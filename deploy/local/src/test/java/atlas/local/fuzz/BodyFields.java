package atlas.local.fuzz;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The places of a JSON body where something can stand, as its schema says, and the body with something else there. */
final class BodyFields {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DEEPEST = 4;

    private final ServedDocument document;

    BodyFields(ServedDocument document) {
        this.document = document;
    }

    /** A property of an object in the body, whether it is there or not. */
    record Field(String parent, String name, JsonNode schema) {

        String pointer() {
            return parent + "/" + name;
        }
    }

    /** None when the body is no JSON object. */
    List<Field> of(Call call) {
        List<Field> fields = new ArrayList<>();
        JsonNode schema = call.intent().operation().body().content().path("application/json").path("schema");
        JsonNode body = read(call);
        if (body != null) {
            collect("", body, schema, fields);
        }
        return fields;
    }

    private void collect(String at, JsonNode value, JsonNode declared, List<Field> fields) {
        JsonNode schema = document.flat(declared);
        if (value.isObject() && at.chars().filter(c -> c == '/').count() < DEEPEST) {
            schema.path("properties").properties().forEach(property -> {
                fields.add(new Field(at, property.getKey(), document.flat(property.getValue())));
                collect(at + "/" + property.getKey(), value.path(property.getKey()), property.getValue(), fields);
            });
        } else if (value.isArray() && !value.isEmpty()) {
            collect(at + "/0", value.get(0), schema.path("items"), fields);
        }
    }

    /** With another value, written as it is, in a place. */
    Call with(Call call, Field field, String value) {
        String mark = "put-it-here";
        JsonNode body = read(call);
        ((ObjectNode) body.at(field.parent())).put(field.name(), mark);
        return call.body(body.toString().replace("\"" + mark + "\"", value));
    }

    Call without(Call call, Field field) {
        JsonNode body = read(call);
        ((ObjectNode) body.at(field.parent())).remove(field.name());
        return call.body(body.toString());
    }

    private static JsonNode read(Call call) {
        String type = call.header("Content-Type");
        if (call.body() == null || type == null || !type.startsWith("application/json")) {
            return null;
        }
        try {
            return JSON.readTree(call.body());
        } catch (IOException e) {
            return null;
        }
    }
}
