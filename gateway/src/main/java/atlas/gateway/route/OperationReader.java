package atlas.gateway.route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import atlas.gateway.door.QueryRules;
import atlas.gateway.door.RequestTimes;
import atlas.gateway.route.DocumentMerge.Merged;

/** Reads from the published document what can be asked for and how: what is not published cannot be reached. */
final class OperationReader {

    private static final String JSON = "application/json";

    private final JsonNode document;
    private final Map<String, ServiceName> owners;

    private OperationReader(Merged merged) {
        this.document = merged.document();
        this.owners = merged.owners();
    }

    static List<Operation> read(Merged merged) {
        OperationReader reader = new OperationReader(merged);
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
        JsonNode body = References.resolve(document, operation.path("requestBody"));
        return new Operation(owner, method, path, new QueryRules(query), headers, produces(operation), consumes(body),
                body.path("required").asBoolean(), !operation.path("security").isEmpty(),
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

    private static Set<String> consumes(JsonNode body) {
        Set<String> types = new HashSet<>();
        body.path("content").fieldNames().forEachRemaining(types::add);
        return types;
    }
}
