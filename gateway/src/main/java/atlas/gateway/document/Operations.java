package atlas.gateway.document;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Walks through a document. */
final class Operations {

    private static final String SCHEMAS = "#/components/schemas/";

    private Operations() {
    }

    static void each(ObjectNode document, Consumer<ObjectNode> step) {
        document.path("paths").forEach(path -> path.forEach(operation -> step.accept((ObjectNode) operation)));
    }

    /** The answers that mean success, by their status. */
    static void eachSuccess(JsonNode operation, BiConsumer<String, ObjectNode> step) {
        operation.path("responses").fields().forEachRemaining(answer -> {
            if (answer.getKey().startsWith("2") && answer.getValue().isObject()) {
                step.accept(answer.getKey(), (ObjectNode) answer.getValue());
            }
        });
    }

    /** The node and all that is in it; the step may change the node that it gets. */
    static void everywhere(JsonNode node, Consumer<ObjectNode> step) {
        if (node instanceof ObjectNode object) {
            step.accept(object);
        }
        node.forEach(inner -> everywhere(inner, step));
    }

    /** The name of the schema that a node refers to; null when it refers to none. */
    static String schemaName(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.startsWith(SCHEMAS) ? reference.substring(SCHEMAS.length()) : null;
    }

    static void refer(ObjectNode node, String schema) {
        node.put("$ref", SCHEMAS + schema);
    }

    static ObjectNode schemas(ObjectNode document) {
        return document.withObjectProperty("components").withObjectProperty("schemas");
    }
}
