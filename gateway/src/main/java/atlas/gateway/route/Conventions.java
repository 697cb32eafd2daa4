package atlas.gateway.route;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.gateway.document.PublishedForm;
import atlas.gateway.document.References;
import atlas.service.problem.Problem.Kind;

/**
 * Adds to each operation of the published document what holds for all of them and no service should have to repeat: keys,
 * headers,
 * refusals.
 */
final class Conventions {

    /** Set by a service on an operation that is sent like a write and changes nothing. */
    private static final String ANONYMOUS = "x-anonymous";
    private static final String KEY = "apiKey";
    /** An answer that goes on and on is never the same twice. */
    private static final JsonPointer STREAMED = JsonPointer.compile("/responses/200/content/text~1event-stream");
    private static final Map<String, String> SHARED_PARAMETERS = Map.of("If-Match", "IfMatch", "Idempotency-Key",
            "IdempotencyKey");

    private final ObjectNode document;

    private Conventions(ObjectNode document) {
        this.document = document;
    }

    static void apply(ObjectNode document) {
        ProblemResponses.describe(document);
        Conventions conventions = new Conventions(document);
        document.path("paths").fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(
                operation -> conventions.apply(path.getKey(), operation.getKey(), (ObjectNode) operation.getValue())));
        DescribedReads.apply(document);
        DescribedDeprecations.apply(document);
        PublishedForm.give(document);
    }

    private void apply(String path, String method, ObjectNode operation) {
        boolean get = method.equals("get");
        boolean read = get && !operation.at(STREAMED).isObject();
        boolean write = !get && !operation.path(ANONYMOUS).asBoolean();
        boolean keyed = write || operation.path("security").path(0).has(KEY);
        JsonNode scopes = operation.path("security").path(0).path(KEY);
        operation.remove(List.of(ANONYMOUS, "security"));
        if (keyed) {
            // scopes stand beside it: as roles in the requirement, which 3.1 allows, linters look for them in vain
            operation.putArray("security").addObject().putArray(KEY);
            if (!scopes.isEmpty()) {
                operation.set(OperationReader.SCOPES, scopes);
            }
        }
        Set<String> parameters = parameters(operation, write);
        ObjectNode responses = operation.withObjectProperty("responses");
        responses.fields().forEachRemaining(answer -> {
            if (answer.getKey().startsWith("2")) {
                headers(answer.getKey(), (ObjectNode) answer.getValue(), parameters, read || write);
            }
        });
        if (read) {
            responses.putObject("304").put("$ref", "#/components/responses/NotModified");
        }
        Set<Kind> refusals = refusals(path, operation, write, parameters.contains("header If-Match"));
        if (keyed) {
            refusals.add(Kind.FORBIDDEN);
        }
        refusals.forEach(kind -> refuse(responses, kind));
        sort(responses);
    }

    /** Refers to the shared parameters; gives back the names of all, each behind its place. */
    private Set<String> parameters(ObjectNode operation, boolean write) {
        Map<String, JsonNode> byName = new TreeMap<>();
        List<JsonNode> ordered = new ArrayList<>();
        for (JsonNode parameter : operation.path("parameters")) {
            JsonNode meant = References.resolve(document, parameter);
            String shared = SHARED_PARAMETERS.get(meant.path("name").asText());
            ordered.add(shared == null ? parameter : shared(shared));
            byName.put(meant.path("in").asText() + " " + meant.path("name").asText(), meant);
        }
        if (write && !byName.containsKey("header Idempotency-Key")) {
            ordered.add(shared("IdempotencyKey"));
        }
        if (!ordered.isEmpty()) {
            ArrayNode parameters = operation.putArray("parameters");
            ordered.forEach(parameters::add);
        }
        return byName.keySet();
    }

    private ObjectNode shared(String name) {
        return document.objectNode().put("$ref", "#/components/parameters/" + name);
    }

    private static void headers(String status, ObjectNode answer, Set<String> parameters, boolean tagged) {
        ObjectNode headers = answer.withObjectProperty("headers");
        ProblemResponses.header(headers, "X-Request-Id", "XRequestId");
        if (tagged && (status.equals("200") || status.equals("201"))) {
            ProblemResponses.header(headers, "ETag", "ETag");
        }
        if (status.equals("201") || status.equals("202")) {
            ProblemResponses.header(headers, "Location", "Location");
        }
        if (parameters.contains("query cursor") || tagged && parameters.contains("query after")) {
            ProblemResponses.header(headers, "Link", "Link");
        }
    }

    private static Set<Kind> refusals(String path, ObjectNode operation, boolean write, boolean guarded) {
        Set<Kind> kinds = EnumSet.of(Kind.INVALID_INPUT, Kind.UNAUTHENTICATED, Kind.NOT_ACCEPTABLE, Kind.UNAVAILABLE,
                Kind.GATEWAY_TIMEOUT, Kind.TOO_MANY_REQUESTS);
        if (path.contains("{")) {
            kinds.add(Kind.NOT_FOUND);
        }
        if (write) {
            kinds.addAll(Set.of(Kind.CONFLICT, Kind.UNPROCESSABLE));
        }
        if (guarded) {
            kinds.addAll(Set.of(Kind.PRECONDITION_FAILED, Kind.PRECONDITION_REQUIRED));
        }
        if (operation.has("requestBody")) {
            kinds.addAll(Set.of(Kind.BODY_TOO_LARGE, Kind.UNSUPPORTED_MEDIA_TYPE));
        }
        return kinds;
    }

    /** A service's own description of a refusal stays, when it says more than that there is one. */
    private void refuse(ObjectNode responses, Kind kind) {
        String status = Integer.toString(kind.status());
        JsonNode declared = responses.get(status);
        if (declared == null || !declared.has("content") && !declared.has("$ref")) {
            responses.set(status, ProblemResponses.reference(document, kind));
        }
    }

    private static void sort(ObjectNode responses) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        responses.fields().forEachRemaining(answer -> sorted.put(answer.getKey(), answer.getValue()));
        responses.removeAll();
        sorted.forEach(responses::set);
    }
}
