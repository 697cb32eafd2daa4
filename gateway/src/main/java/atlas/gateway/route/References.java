package atlas.gateway.route;

import com.fasterxml.jackson.databind.JsonNode;

/** Follows references inside a document. */
final class References {

    private References() {
    }

    /** The node itself, or what it refers to. */
    static JsonNode resolve(JsonNode document, JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.startsWith("#/") ? resolve(document, document.at(reference.substring(1))) : node;
    }
}
