package atlas.gateway.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.gateway.route.RealDocument;

/** Every link leads somewhere, by what the answer and the request really have. */
class LinksTest {

    private static final String BODY = "$response.body#";

    private static ObjectNode document;
    private static final Map<String, JsonNode> OPERATIONS = new HashMap<>();

    @BeforeAll
    static void read() {
        document = RealDocument.document();
        Operations.each(document, operation -> OPERATIONS.put(operation.path("operationId").asText(), operation));
    }

    @Test
    void leadFromEveryPageToTheNext() {
        List<String> without = new ArrayList<>();
        OPERATIONS.forEach((id, operation) -> {
            Set<String> names = parameters(operation, false);
            JsonNode next = operation.at("/responses/200/links/nextPage");
            if (names.contains("cursor")) {
                assertEquals(id, next.path("operationId").asText());
                assertEquals("$response.body#/next", next.at("/parameters/cursor").asText());
                assertEquals(names, parameters(next), id);
            } else if (names.contains("after") && hasNext(operation) && !next.isObject()) {
                without.add(id);
            }
        });
        assertEquals(List.of(), without);
    }

    private static boolean hasNext(JsonNode operation) {
        JsonNode page = References.resolve(document, operation.at("/responses/200/content/application~1json/schema"));
        return page.at("/properties/next").isObject();
    }

    @Test
    void areThoseOfTheTableToTheLast() throws IOException {
        JsonNode table = new ObjectMapper()
                .readTree(Thread.currentThread().getContextClassLoader().getResource("api/links.json"));
        assertFalse(table.isEmpty());
        table.fields().forEachRemaining(operation -> operation.getValue().fields()
                .forEachRemaining(status -> status.getValue().fields().forEachRemaining(link -> {
                    JsonNode answer = OPERATIONS.get(operation.getKey()).path("responses").path(status.getKey());
                    assertEquals(link.getValue(), answer.path("links").path(link.getKey()), operation.getKey());
                })));
    }

    @Test
    void holdWhatTheySay() {
        int[] count = { 0 };
        OPERATIONS.forEach((id, operation) -> operation.path("responses")
                .forEach(answer -> answer.path("links").forEach(link -> {
                    count[0]++;
                    JsonNode target = OPERATIONS.get(link.path("operationId").asText());
                    assertTrue(target != null, id + " leads nowhere");
                    assertTrue(parameters(link).containsAll(parameters(target, true)), id + " lacks what " + target + " needs");
                    assertTrue(parameters(target, false).containsAll(parameters(link)), id);
                    link.path("parameters").forEach(value -> assertTrue(isThere(operation, answer, value.asText()),
                            id + " has no " + value.asText()));
                })));
        assertTrue(count[0] > 50, "too few: " + count[0]);
    }

    private static boolean isThere(JsonNode operation, JsonNode answer, String expression) {
        if (!expression.startsWith(BODY)) {
            String name = expression.substring(expression.lastIndexOf('.') + 1);
            return parameters(operation, false).contains(name);
        }
        JsonNode schema = References.resolve(document, answer.at("/content/application~1json/schema"));
        return schema.at("/properties" + expression.substring(BODY.length())).isObject();
    }

    private static Set<String> parameters(JsonNode link) {
        Set<String> names = new HashSet<>();
        link.path("parameters").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> parameters(JsonNode operation, boolean required) {
        Set<String> names = new HashSet<>();
        operation.path("parameters").forEach(declared -> {
            JsonNode parameter = References.resolve(document, declared);
            boolean ofTheAddress = !parameter.path("in").asText().equals("header");
            if (ofTheAddress && (!required || parameter.path("required").asBoolean())) {
                names.add(parameter.path("name").asText());
            }
        });
        return names;
    }
}
