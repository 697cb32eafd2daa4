package atlas.events.contract;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The AsyncAPI document of the events in one piece: schemas and examples, which are files of their own, stand in it. */
public final class AsyncApi {

    private static final String FOLDER = "asyncapi/";
    private static final String REFERENCE = "$ref";
    private static final String DEFINITIONS = "$defs";
    private static final String COMPONENTS = "#/components/schemas/";

    private AsyncApi() {
    }

    public static JsonNode document() {
        JsonNode document = withItsFiles(ContractFiles.json(FOLDER + "asyncapi.json"));
        ObjectNode schemas = (ObjectNode) document.at("/components/schemas");
        liftDefinitions(schemas);
        return document;
    }

    /** Puts the content of a file where the document refers to it, by a path from its own folder. */
    private static JsonNode withItsFiles(JsonNode node) {
        String reference = node.path(REFERENCE).asText("#");
        if (!reference.startsWith("#")) {
            return ContractFiles.json(URI.create(FOLDER).resolve(reference).normalize().toString());
        }
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(withItsFiles(field.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, withItsFiles(array.get(i)));
            }
        }
        return node;
    }

    /** Makes what a schema defines for itself a component: in a document, references begin at its root. */
    private static void liftDefinitions(ObjectNode schemas) {
        List<JsonNode> whole = new ArrayList<>();
        schemas.forEach(whole::add);
        for (JsonNode schema : whole) {
            ObjectNode object = (ObjectNode) schema;
            object.remove("$schema");
            if (object.has("$id")) {
                object.set("x-schema-id", object.remove("$id"));
            }
            if (object.has(DEFINITIONS)) {
                object.remove(DEFINITIONS).properties().forEach(definition -> add(schemas, definition));
            }
        }
        refer(schemas);
    }

    private static void add(ObjectNode schemas, Map.Entry<String, JsonNode> definition) {
        JsonNode known = schemas.get(definition.getKey());
        if (known != null && !known.equals(definition.getValue())) {
            throw new IllegalStateException("two schemas define " + definition.getKey() + " in different ways");
        }
        schemas.set(definition.getKey(), definition.getValue());
    }

    private static void refer(JsonNode node) {
        if (node instanceof ObjectNode object && object.path(REFERENCE).isTextual()) {
            object.put(REFERENCE, object.get(REFERENCE).textValue().replace("#/" + DEFINITIONS + "/", COMPONENTS));
        }
        node.forEach(AsyncApi::refer);
    }
}
