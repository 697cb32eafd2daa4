package atlas.gateway.route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import atlas.gateway.document.References;
import atlas.gateway.door.QueryRules;
import atlas.gateway.door.RequestTimes;
import atlas.gateway.format.Formats;
import atlas.gateway.route.DocumentMerge.Merged;
import atlas.gateway.route.Operation.BodyRules;

/** Reads from the published document what can be asked for and how: what is not published cannot be reached. */
final class OperationReader {

    private static final String JSON = "application/json";
    /** Set by a service on an operation whose bodies are longer than the usual, in bytes. */
    private static final String MAX_BODY = "x-max-body";
    /** The scopes of which a key must have one. */
    static final String SCOPES = "x-scopes";

    private final JsonNode document;
    private final Map<String, ServiceName> owners;
    private final Map<String, Formats> formats;

    private OperationReader(Merged merged, Map<String, Formats> formats) {
        this.formats = formats;
        this.document = merged.document();
        this.owners = merged.owners();
    }

    /** @param formats by the id of the operation */
    static List<Operation> read(Merged merged, Map<String, Formats> formats) {
        OperationReader reader = new OperationReader(merged, formats);
        List<Operation> operations = new ArrayList<>();
        reader.document.path("paths").fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(
                operation -> operations.add(
                        reader.operation(operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()))));
        return operations;
    }

    private Operation operation(String method, String path, JsonNode operation) {
        Map<String, Boolean> query = new HashMap<>();
        Set<String> headers = new HashSet<>();
        for (JsonNode declared : operation.path("parameters")) {
            JsonNode parameter = References.resolve(document, declared);
            String name = parameter.path("name").asText();
            switch (parameter.path("in").asText()) {
                case "query" -> query.put(name, isList(parameter.path("schema")));
                case "header" -> headers.add(name);
                default -> {
                    // variables of the path are in the template
                }
            }
        }
        ServiceName owner = owners.get(method + " " + path);
        return new Operation(owner, method, path, new QueryRules(query), headers, produces(operation),
                formats.getOrDefault(operation.path("operationId").asText(), Formats.NONE), body(operation),
                !operation.path("security").isEmpty(), scopes(operation), Deprecation.of(method + " " + path, operation),
                new RequestTimes.Subject(path, owner.id()));
    }

    private boolean isList(JsonNode schema) {
        JsonNode type = References.resolve(document, schema).path("type");
        for (JsonNode one : type) { // one of several, as 3.1 allows
            if (one.asText().equals("array")) {
                return true;
            }
        }
        return type.asText().equals("array");
    }

    private List<String> produces(JsonNode operation) {
        List<String> types = new ArrayList<>();
        operation.path("responses").fields().forEachRemaining(answer -> {
            if (answer.getKey().startsWith("2")) {
                References.resolve(document, answer.getValue()).path("content").fieldNames().forEachRemaining(types::add);
            }
        });
        if (types.isEmpty() || types.removeIf(JSON::equals)) {
            types.add(0, JSON);
        }
        return types.stream().distinct().toList();
    }

    private BodyRules body(JsonNode operation) {
        JsonNode body = References.resolve(document, operation.path("requestBody"));
        Set<String> types = new HashSet<>();
        body.path("content").fieldNames().forEachRemaining(types::add);
        long largest = operation.path(MAX_BODY).asLong();
        return new BodyRules(types, body.path("required").asBoolean(),
                largest > 0 ? OptionalLong.of(largest) : OptionalLong.empty());
    }

    private static Set<String> scopes(JsonNode operation) {
        Set<String> scopes = new HashSet<>();
        operation.path(SCOPES).forEach(scope -> scopes.add(scope.asText()));
        return scopes;
    }
}
