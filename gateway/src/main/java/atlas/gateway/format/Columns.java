package atlas.gateway.format;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import atlas.gateway.format.Column.Form;
import atlas.gateway.format.Column.Step;

/**
 * The columns that the items of a schema have, in its order: a field that has fields becomes one for each of them; a list whose
 * members are told apart by the values of an enumeration ({@code x-key}) becomes one for each field of each value.
 */
public final class Columns {

    /** Set by a service on the schema of a list's members: the field that no two of them have the same value of. */
    private static final String KEY = "x-key";
    /** Set by a service on a field that is there only when {@code include} names it. */
    private static final String INCLUDED = "x-include";
    /** Set to false by a service on a field that belongs into no table. */
    private static final String COLUMN = "x-column";
    /** Deeper than any item is: a schema that holds itself ends here. */
    private static final int DEEPEST = 8;

    private final Schemas schemas;
    private final List<Column> columns = new ArrayList<>();

    private Columns(JsonNode document) {
        this.schemas = new Schemas(document);
    }

    /** The columns of items that have the schema. */
    public static List<Column> of(JsonNode document, JsonNode schema) {
        Columns columns = new Columns(document);
        columns.addFields(columns.schemas.resolve(schema), List.of(), null);
        return List.copyOf(columns.columns);
    }

    static boolean isShown(JsonNode field) {
        return field.path(COLUMN).asBoolean(true);
    }

    private void addFields(JsonNode schema, List<Step> path, String onlyWith) {
        schema.path("properties").fields().forEachRemaining(field -> {
            if (isShown(field.getValue())) {
                String included = field.getValue().path(INCLUDED).asText(onlyWith);
                add(field.getValue(), with(path, new Step(field.getKey(), null)), included);
            }
        });
    }

    private void add(JsonNode field, List<Step> path, String onlyWith) {
        JsonNode schema = schemas.resolve(field);
        if (Schemas.isRecord(schema) && path.size() < DEEPEST) {
            addFields(schema, path, onlyWith);
        } else if (Schemas.isList(schema)) {
            addList(schemas.resolve(schema.path("items")), path, onlyWith);
        } else {
            columns.add(new Column(path, Schemas.isScalar(schema) ? Form.VALUE : Form.JSON, onlyWith));
        }
    }

    private void addList(JsonNode member, List<Step> path, String onlyWith) {
        String key = member.path(KEY).asText();
        List<String> values = schemas.values(member.path("properties").path(key));
        if (values.isEmpty() || path.size() >= DEEPEST) {
            columns.add(new Column(path, Schemas.isCode(member) ? Form.CODES : Form.JSON, onlyWith));
        } else {
            values.forEach(value -> addMember(member, key, with(path, new Step(value, key)), onlyWith));
        }
    }

    private void addMember(JsonNode member, String key, List<Step> path, String onlyWith) {
        member.path("properties").fields().forEachRemaining(field -> {
            if (!field.getKey().equals(key) && isShown(field.getValue())) {
                String included = field.getValue().path(INCLUDED).asText(onlyWith);
                add(field.getValue(), with(path, new Step(field.getKey(), null)), included);
            }
        });
    }

    private static List<Step> with(List<Step> path, Step step) {
        List<Step> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }
}
