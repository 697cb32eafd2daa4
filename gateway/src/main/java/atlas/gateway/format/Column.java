package atlas.gateway.format;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * A column of a table: where its value stands in an item. Its name is that of the field, behind those of the fields that hold
 * it.
 *
 * @param path the way from the item to the value
 * @param form how the value is written into one cell
 * @param onlyWith the value of {@code include} without which the field is not there; null when it always is
 */
public record Column(List<Step> path, Form form, String onlyWith) {

    /** How a value is written into one cell. */
    enum Form {
        /** As it is. */
        VALUE,
        /** Several codes, none of which has a semicolon, with semicolons between them. */
        CODES,
        /** As compact JSON: what has no plain form. */
        JSON
    }

    /**
     * One step into a value.
     *
     * @param key when the value is a list, the field by which its members are told apart, and name then one of its values
     */
    record Step(String name, String key) {

        private JsonNode from(JsonNode value) {
            if (key == null) {
                return value.path(name);
            }
            for (JsonNode one : value) {
                if (one.path(key).asText().equals(name)) {
                    return one;
                }
            }
            return MissingNode.getInstance();
        }
    }

    public Column {
        path = List.copyOf(path);
    }

    /** A field of the item itself. */
    static Column of(String name) {
        return new Column(List.of(new Step(name, null)), Form.VALUE, null);
    }

    public String name() {
        return String.join(".", path.stream().map(Step::name).toList());
    }

    /** The field of the item that the column belongs to. */
    public String field() {
        return path.get(0).name();
    }

    /** The value in an item; null where there is none. A number or truth value stays one, all else is text. */
    JsonNode in(JsonNode item) {
        JsonNode value = item;
        for (Step step : path) {
            value = step.from(value);
        }
        return value.isMissingNode() || value.isNull() ? null : value;
    }

    /** What stands in the cell for a value. */
    String cell(JsonNode value) {
        if (form == Form.CODES && value.isArray()) {
            List<String> codes = new ArrayList<>();
            value.forEach(code -> codes.add(code.asText()));
            return String.join(";", codes);
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
