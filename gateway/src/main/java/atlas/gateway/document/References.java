package atlas.gateway.document;

import com.fasterxml.jackson.databind.JsonNode;

/** Follows references inside a document. */
public final class References {

    private References() {
    }

    /** The node itself, or what it refers to. */
    public static JsonNode resolve(JsonNode document, JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.startsWith("#/") ? resolve(document, document.at(reference.substring(1))) : node;
    }
}
