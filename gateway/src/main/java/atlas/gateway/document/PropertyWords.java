package atlas.gateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Describes the fields that no service describes, and that mean the same wherever they are. */
final class PropertyWords {

    private final ObjectNode document;
    private final JsonNode shared;

    /**
     * @param shared descriptions by the field's name, or by schema and name as in {@code Rubric.factors}
     */
    PropertyWords(ObjectNode document, JsonNode shared) {
        this.document = document;
        this.shared = shared;
    }

    void complete() {
        Operations.schemas(document).fields().forEachRemaining(schema -> schema.getValue().path("properties").fields()
                .forEachRemaining(field -> complete(schema.getKey() + "." + field.getKey(), field.getKey(), field.getValue())));
    }

    private void complete(String place, String name, JsonNode field) {
        boolean described = field.has("description") || field.has("$ref") || field.has("anyOf");
        String words = shared.path(place).asText(shared.path(name).asText());
        if (!described && !words.isEmpty()) {
            ((ObjectNode) field).put("description", words);
        }
    }
}
