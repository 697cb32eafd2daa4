package atlas.gateway.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An answer as a table. What the answer says of all its rows at once, as the day that they are of, is said in each row, because
 * a number without its day is worth nothing.
 *
 * @param rows the field of the answer that holds the rows
 * @param shared the plain fields of the answer, each with its name in a row
 * @param columns of a row
 */
public record Table(String rows, Map<String, String> shared, List<Column> columns) {

    public Table {
        shared = new LinkedHashMap<>(shared);
        columns = List.copyOf(columns);
    }

    /** The rows of an answer, each with what is said of all. */
    List<ObjectNode> rowsOf(ObjectNode answer) {
        List<ObjectNode> all = new ArrayList<>();
        answer.path(rows).forEach(item -> {
            ObjectNode row = answer.objectNode();
            shared.forEach((field, name) -> {
                JsonNode value = answer.get(field);
                if (value != null) {
                    row.set(name, value);
                }
            });
            row.setAll((ObjectNode) item);
            all.add(row);
        });
        return all;
    }
}
