package atlas.local.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;

/** The OpenAPI 3.1 document as it was served, its operations, and its schemas made ready to judge with. */
final class ServedDocument {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build())
                    .schemaLoader(loader -> loader.fetchRemoteResources(false)));

    private final JsonNode document;
    private final Map<JsonNode, Schema> compiled = new HashMap<>();

    ServedDocument(JsonNode document) {
        this.document = document;
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths").properties()
                .forEach(path -> resolve(path.getValue()).properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method -> operations.add(operation(path.getKey(), method.getKey(), path.getValue()))));
        return operations;
    }

    private Operation operation(String path, String method, JsonNode item) {
        JsonNode operation = item.path(method);
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        for (JsonNode declared : List.of(item.path("parameters"), operation.path("parameters"))) {
            declared.forEach(one -> {
                Parameter parameter = parameter(resolve(one));
                parameters.put(parameter.in() + " " + parameter.name(), parameter);
            });
        }
        JsonNode body = resolve(operation.path("requestBody"));
        JsonNode security = operation.has("security") ? operation.path("security") : document.path("security");
        return new Operation(method.toUpperCase(Locale.ROOT), path, List.copyOf(parameters.values()),
                new Operation.Body(body.path("content"), body.path("required").asBoolean()), operation.path("responses"),
                !security.isEmpty() && !security.path(0).isEmpty());
    }

    private Parameter parameter(JsonNode declared) {
        JsonNode schema = flat(declared.path("schema"));
        JsonNode example = declared.has("example") ? declared.get("example")
                : firstOf(declared.path("examples"), schema);
        return new Parameter(declared.path("name").asText(), declared.path("in").asText(),
                declared.path("required").asBoolean(), schema, example.isMissingNode() ? null : text(example),
                declared.path("x-needs").properties().stream()
                        .map(needed -> new Pair(needed.getKey(), needed.getValue().asText())).toList());
    }

    private static JsonNode firstOf(JsonNode named, JsonNode schema) {
        if (!named.isEmpty()) {
            return named.elements().next().path("value");
        }
        return schema.has("example") ? schema.get("example") : schema.path("examples").path(0);
    }

    private static String text(JsonNode example) {
        if (!example.isArray()) {
            return example.asText();
        }
        List<String> parts = new ArrayList<>();
        example.forEach(part -> parts.add(part.asText()));
        return String.join(",", parts);
    }

    /** What a reference leads to; everything else is itself. */
    JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? resolve(document.at(node.get("$ref").textValue().substring(1))) : node;
    }

    /** A schema with what it refers to, and what it is all of, written into it; one level deep. */
    JsonNode flat(JsonNode schema) {
        ObjectNode flat = JsonNodeFactory.instance.objectNode();
        if (schema.has("$ref")) {
            flat.setAll((ObjectNode) flat(resolve(schema)));
        }
        schema.path("allOf").forEach(part -> flat.setAll((ObjectNode) flat(part)));
        schema.properties().stream().filter(word -> !Set.of("$ref", "allOf").contains(word.getKey()))
                .forEach(word -> flat.set(word.getKey(), word.getValue()));
        return flat;
    }

    /** What a document breaks of a schema of ours, in words; nothing when it is as it should be. */
    List<String> broken(JsonNode schema, JsonNode value) {
        return compiled.computeIfAbsent(schema, this::compile).validate(value).stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage()).toList();
    }

    private Schema compile(JsonNode schema) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.putArray("allOf").add(schema);
        whole.set("components", document.path("components"));
        return REGISTRY.getSchema(whole);
    }
}
