package atlas.gateway.document;

import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Says where one goes from an answer: from a page of a list to the next one, and from what was made to where it is read. */
final class Links {

    private static final String CURSOR = "cursor";

    private final ObjectNode document;
    private final JsonNode known;
    private final Map<String, ObjectNode> operations = new HashMap<>();

    /**
     * @param known links by the operation's id and the status of its answer
     */
    Links(ObjectNode document, JsonNode known) {
        this.document = document;
        this.known = known;
        Operations.each(document, operation -> operations.put(operation.path("operationId").asText(), operation));
    }

    void add() {
        operations.forEach((id, operation) -> Operations.eachSuccess(operation, (status, answer) -> {
            known.path(id).path(status).fields().forEachRemaining(link -> {
                // the operation that is led to may be of a service that is not there
                if (operations.containsKey(link.getValue().path("operationId").asText())) {
                    answer.withObjectProperty("links").set(link.getKey(), link.getValue());
                }
            });
            if (status.equals("200") && hasCursor(operation)) {
                answer.withObjectProperty("links").set("nextPage", nextPage(id, operation));
            }
        }));
    }

    private boolean hasCursor(JsonNode operation) {
        for (JsonNode declared : operation.path("parameters")) {
            if (References.resolve(document, declared).path("name").asText().equals(CURSOR)) {
                return true;
            }
        }
        return false;
    }

    /** A cursor is bound to what was asked with it: all else stays as it was. */
    private ObjectNode nextPage(String id, JsonNode operation) {
        ObjectNode link = document.objectNode().put("operationId", id)
                .put("description", "The next page, while next is not null.");
        ObjectNode parameters = link.putObject("parameters");
        for (JsonNode declared : operation.path("parameters")) {
            JsonNode parameter = References.resolve(document, declared);
            String place = parameter.path("in").asText();
            String name = parameter.path("name").asText();
            if (name.equals(CURSOR)) {
                parameters.put(name, "$response.body#/next");
            } else if (place.equals("path") || place.equals("query")) {
                parameters.put(name, "$request." + place + "." + name);
            }
        }
        return link;
    }
}
