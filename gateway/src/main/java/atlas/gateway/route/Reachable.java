package atlas.gateway.route;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Takes out of a document the components that no operation leads to: a generated client would have classes for them all the
 * same.
 */
final class Reachable {

    private final JsonNode document;
    private final Set<String> reached = new HashSet<>();

    private Reachable(JsonNode document) {
        this.document = document;
    }

    static void keepOnly(ObjectNode document) {
        Reachable reachable = new Reachable(document);
        reachable.follow(document.path("paths"));
        document.path("components").fields().forEachRemaining(section -> {
            if (!section.getKey().equals("securitySchemes")) {
                reachable.prune("#/components/" + section.getKey() + "/", section.getValue().fields());
            }
        });
    }

    private void follow(JsonNode node) {
        String reference = node.path("$ref").asText();
        if (!reference.isEmpty() && reached.add(reference)) {
            follow(document.at(reference.substring(1)));
        }
        node.forEach(this::follow);
    }

    private void prune(String prefix, Iterator<Map.Entry<String, JsonNode>> components) {
        while (components.hasNext()) {
            if (!reached.contains(prefix + components.next().getKey())) {
                components.remove();
            }
        }
    }
}
