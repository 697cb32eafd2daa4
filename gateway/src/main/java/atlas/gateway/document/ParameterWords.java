package atlas.gateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Gives each parameter a description and an example: its own, those of its type, or those that all of its name share. */
final class ParameterWords {

    private final ObjectNode document;
    private final JsonNode shared;

    /**
     * @param shared descriptions and examples, by place and name as in {@code path id}; with the format behind them where that
     *        differs
     */
    ParameterWords(ObjectNode document, JsonNode shared) {
        this.document = document;
        this.shared = shared;
    }

    void complete() {
        Operations.each(document, operation -> operation.path("parameters").forEach(this::complete));
        document.at("/components/parameters").forEach(this::complete);
    }

    private void complete(JsonNode declared) {
        if (declared.has("$ref")) {
            return;
        }
        ObjectNode parameter = (ObjectNode) declared;
        JsonNode schema = References.resolve(document, parameter.path("schema"));
        JsonNode words = words(parameter, schema);
        if (parameter.path("description").asText().isEmpty()) {
            String description = words.path("description").asText(schema.path("description").asText());
            if (!description.isEmpty()) {
                parameter.put("description", description);
            }
        }
        JsonNode example = example(parameter, schema, words);
        if (!example.isMissingNode()) {
            parameter.set("example", Typed.as(schema, example));
        }
    }

    private JsonNode words(ObjectNode parameter, JsonNode schema) {
        String name = parameter.path("in").asText() + " " + parameter.path("name").asText();
        return first(shared.path(name + " " + schema.path("format").asText()), shared.path(name));
    }

    private JsonNode example(ObjectNode parameter, JsonNode schema, JsonNode words) {
        if (parameter.has("example") || parameter.has("examples")) {
            return parameter.path("example");
        }
        JsonNode known = first(schema.at("/examples/0"), words.path("example"), schema.path("default"), schema.at("/enum/0"));
        if (known.isMissingNode() && schema.has("items")) {
            JsonNode item = References.resolve(document, schema.path("items"));
            known = first(item.at("/examples/0"), item.at("/enum/0"));
        }
        return known.isMissingNode() && Typed.type(schema).equals("boolean") ? BooleanNode.TRUE : known;
    }

    private static JsonNode first(JsonNode... nodes) {
        JsonNode node = nodes[0];
        for (int i = 1; i < nodes.length && node.isMissingNode(); i++) {
            node = nodes[i];
        }
        return node;
    }
}
