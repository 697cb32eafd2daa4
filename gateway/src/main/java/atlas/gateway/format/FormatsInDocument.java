package atlas.gateway.format;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Finds in the document which answers are tables and which have fields, and adds to it the forms in which they can be had. */
public final class FormatsInDocument {

    private static final JsonPointer JSON_SCHEMA = JsonPointer.compile("/responses/200/content/application~1json/schema");
    private static final String ITEMS = "items";
    /** Set by a service on the schema of an answer whose rows are in another field than {@code items}. */
    private static final String ROWS = "x-rows";
    /** Set by a service on the schema of what stands on the map: the field that has a county's FIPS code. */
    private static final String SHAPE = "x-shape";
    /** They are told by headers. */
    private static final Set<String> OF_THE_PAGE = Set.of("total", "next");

    private final ObjectNode document;
    private final Schemas schemas;

    private FormatsInDocument(ObjectNode document) {
        this.document = document;
        this.schemas = new Schemas(document);
    }

    /** What each read can be had in, by the id of the operation. */
    public static Map<String, Formats> add(ObjectNode document) {
        FormatsInDocument all = new FormatsInDocument(document);
        Map<String, Formats> formats = new HashMap<>();
        document.path("paths").forEach(path -> {
            if (path.path("get").at(JSON_SCHEMA).isObject()) {
                ObjectNode operation = (ObjectNode) path.get("get");
                Formats found = all.read(operation);
                if (!found.fields().isEmpty()) {
                    formats.put(operation.path("operationId").asText(), found);
                    all.describe(operation, found);
                }
            }
        });
        return formats;
    }

    private Formats read(JsonNode operation) {
        JsonNode answer = schemas.resolve(operation.at(JSON_SCHEMA));
        String rows = answer.path(ROWS).asText(ITEMS);
        JsonNode list = schemas.resolve(answer.path("properties").path(rows));
        JsonNode item = Schemas.isList(list) ? schemas.resolve(list.path("items")) : answer;
        List<String> fields = new ArrayList<>();
        item.path("properties").fieldNames().forEachRemaining(fields::add);
        Table table = item == answer || fields.isEmpty() ? null : table(answer, item, rows);
        return new Formats(table, fields, item.path(SHAPE).asText(null), own(operation));
    }

    private static Set<Format> own(JsonNode operation) {
        Set<Format> own = EnumSet.of(Format.JSON);
        operation.at("/responses/200/content").fieldNames().forEachRemaining(type -> {
            Format format = Format.ofMediaType(type);
            if (format != null) {
                own.add(format);
            }
        });
        return own;
    }

    private Table table(JsonNode answer, JsonNode item, String rows) {
        Map<String, String> shared = new LinkedHashMap<>();
        List<Column> columns = new ArrayList<>();
        answer.path("properties").fields().forEachRemaining(field -> {
            boolean plain = Schemas.isScalar(schemas.resolve(field.getValue())) && Columns.isShown(field.getValue());
            if (plain && !OF_THE_PAGE.contains(field.getKey())) {
                String name = item.path("properties").has(field.getKey()) ? "answer." + field.getKey() : field.getKey();
                shared.put(field.getKey(), name);
                columns.add(Column.of(name));
            }
        });
        columns.addAll(Columns.of(document, item));
        return new Table(rows, shared, columns);
    }

    private void describe(ObjectNode operation, Formats formats) {
        checkNotThere(operation, formats);
        FormatParameters.describe(operation, formats);
        ObjectNode answer = (ObjectNode) operation.at("/responses/200");
        ObjectNode content = answer.withObjectProperty("content");
        for (Format format : formats.offered()) {
            if (formats.isMade(format)) {
                content.putObject(format.mediaType()).set("schema", schema(operation, formats, format));
            }
        }
        if (formats.isTable()) {
            answer.withObjectProperty("headers").putObject(Made.TOTAL).put("$ref", "#/components/headers/XTotalCount");
        }
    }

    private ObjectNode schema(JsonNode operation, Formats formats, Format format) {
        if (format != Format.GEOJSON) {
            return document.objectNode().put("type", "string");
        }
        JsonNode answer = operation.at(JSON_SCHEMA);
        JsonNode item = formats.isTable()
                ? schemas.resolve(answer).path("properties").path(formats.table().rows()).path("items")
                : answer;
        return new FeatureSchemas(document).reference(item, formats.isTable());
    }

    private static void checkNotThere(ObjectNode operation, Formats formats) {
        Set<String> ours = formats.isTable() ? Set.of(FormatParameters.FIELDS, FormatParameters.FORMAT)
                : Set.of(FormatParameters.FIELDS);
        operation.path("parameters").forEach(parameter -> {
            if (ours.contains(parameter.path("name").asText())) {
                throw new IllegalStateException(operation.path("operationId").asText() + " has a parameter "
                        + parameter.path("name").asText() + " of its own: the gateway brings it");
            }
        });
    }
}
