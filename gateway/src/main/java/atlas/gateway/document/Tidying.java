package atlas.gateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Takes out what the generator of the services' documents says twice, since generated clients stumble over it. */
final class Tidying {

    private Tidying() {
    }

    static void tidy(ObjectNode document) {
        Operations.everywhere(document, node -> {
            if (isSchemaThatRefers(node)) {
                node.remove("type");
            }
            narrow(document, node);
            wholePattern(node);
            if (node.path("examples").isArray()) {
                ArrayNode examples = node.arrayNode();
                node.path("examples").forEach(example -> examples.add(Typed.as(node, example)));
                node.set("examples", examples);
            }
        });
    }

    private static boolean isSchemaThatRefers(ObjectNode node) {
        return node.path("$ref").isTextual() || node.path("anyOf").isArray();
    }

    /** A pattern is looked for anywhere in a text, unless it says where it begins and ends. */
    private static void wholePattern(ObjectNode node) {
        String pattern = node.path("pattern").asText();
        if (!pattern.isEmpty() && !pattern.startsWith("^")) {
            node.put("pattern", "^" + pattern + "$");
        }
    }

    /** A shared schema with a default of its own becomes a schema of its own. */
    private static void narrow(ObjectNode document, ObjectNode node) {
        JsonNode both = node.path("allOf");
        if (both.size() == 2 && both.path(0).has("$ref") && both.path(1).has("default") && both.path(1).size() == 1) {
            ObjectNode whole = References.resolve(document, both.path(0)).deepCopy();
            whole.set("default", Typed.as(whole, both.path(1).path("default")));
            node.remove("allOf");
            node.setAll(whole);
        }
    }
}
