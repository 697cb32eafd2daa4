package atlas.gateway.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.gateway.route.RealDocument;

/** What linters do not ask of a document, and readers and makers of clients do; of the one that is really published. */
class DocumentRulesTest {

    private static final Set<String> SAID_NOTHING = Set.of("OK", "Created", "Accepted", "No Content");

    private static ObjectNode document;

    @BeforeAll
    static void read() {
        document = RealDocument.document();
    }

    @Test
    void describesEveryOperation() {
        Set<String> tags = new HashSet<>();
        document.path("tags").forEach(tag -> {
            assertTrue(!tag.path("description").asText().isBlank(), tag.path("name").asText());
            tags.add(tag.path("name").asText());
        });
        assertEquals(List.of(), operationsThat(one -> one.path("operationId").asText().isBlank()
                || one.path("summary").asText().isBlank() || one.path("description").asText().isBlank()
                || one.path("tags").size() != 1 || !tags.contains(one.path("tags").path(0).asText())));
    }

    @Test
    void describesEveryParameterAndShowsOne() {
        List<String> faults = new ArrayList<>();
        Examples examples = new Examples(document);
        eachParameter((place, parameter) -> {
            if (parameter.path("description").asText().isBlank() || !parameter.has("example")) {
                faults.add(place);
            } else {
                examples.add(place, parameter.path("schema"), parameter.path("example"));
            }
        });
        assertEquals(List.of(), faults);
        assertTrue(examples.size() > 300, "too few: " + examples.size());
        assertEquals(List.of(), examples.faults());
    }

    @Test
    void showsNothingThatItDoesNotAllow() {
        Examples examples = new Examples(document);
        Operations.everywhere(document, node -> {
            for (JsonNode example : node.path("examples").isArray() ? node.path("examples") : document.arrayNode()) {
                examples.add(node.toString(), node, example);
            }
            if (node.has("schema") && node.has("example")) {
                examples.add(node.toString(), node.path("schema"), node.path("example"));
            }
        });
        assertTrue(examples.size() > 600, "too few: " + examples.size());
        assertEquals(List.of(), examples.faults());
    }

    @Test
    void saysWhatEveryAnswerHolds() {
        List<String> faults = new ArrayList<>();
        eachOperation((place, operation) -> operation.path("responses").fields().forEachRemaining(declared -> {
            JsonNode answer = References.resolve(document, declared.getValue());
            boolean empty = declared.getKey().equals("204") || declared.getKey().equals("304");
            boolean silent = answer.path("description").asText().isBlank()
                    || SAID_NOTHING.contains(answer.path("description").asText());
            if (silent || empty == answer.has("content") || hasNoSchema(answer)) {
                faults.add(place + " " + declared.getKey());
            }
        }));
        assertEquals(List.of(), faults);
    }

    @Test
    void tellsOfEveryRefusalAsAProblem() {
        List<String> faults = new ArrayList<>();
        eachOperation((place, operation) -> {
            operation.path("responses").fields().forEachRemaining(declared -> {
                JsonNode content = References.resolve(document, declared.getValue()).path("content");
                if (declared.getKey().compareTo("4") > 0 && !content.has("application/problem+json")) {
                    faults.add(place + " " + declared.getKey());
                }
            });
            if (!operation.path("responses").has("400") || !operation.path("responses").has("429")) {
                faults.add(place + " has no 400 or 429");
            }
        });
        assertEquals(List.of(), faults);
    }

    @Test
    void saysWhoMayWrite() {
        assertEquals(List.of(), operationsThat(one -> !one.path("security").isEmpty() && one.path("x-scopes").isEmpty()));
        assertEquals(List.of(), operationsThat(one -> one.path("responses").has("403") == one.path("security").isEmpty()));
        assertEquals(List.of(), operationsThat(one -> one.findValuesAsText("$ref").contains("#/components/parameters/IfMatch")
                && one.path("security").isEmpty()));
    }

    @Test
    void describesEverySchema() {
        List<String> silent = new ArrayList<>();
        document.at("/components/schemas").fields().forEachRemaining(schema -> {
            if (schema.getValue().path("description").asText().isBlank()) {
                silent.add(schema.getKey());
            }
            schema.getValue().path("properties").fields().forEachRemaining(field -> {
                if (!isDescribed(field.getValue())) {
                    silent.add(schema.getKey() + "." + field.getKey());
                }
            });
        });
        assertEquals(List.of(), silent);
    }

    /** By itself, or by what it refers to. */
    private static boolean isDescribed(JsonNode field) {
        return field.has("description") || field.has("$ref") || field.path("anyOf").path(0).has("$ref");
    }

    @Test
    void hasNoSchemaTwiceAndNoneForNobody() {
        Map<JsonNode, String> known = new HashMap<>();
        List<String> twice = new ArrayList<>();
        Set<String> references = new HashSet<>(document.findValuesAsText("$ref"));
        document.at("/components/schemas").fields().forEachRemaining(schema -> {
            String same = known.putIfAbsent(content(schema.getValue()), schema.getKey());
            if (same != null) {
                twice.add(same + " and " + schema.getKey());
            }
            assertTrue(references.contains("#/components/schemas/" + schema.getKey()), schema.getKey());
            assertTrue(!schema.getKey().matches("Page[A-Z].*|.*(View|Dto|Resource)"), schema.getKey());
        });
        assertEquals(List.of(), twice);
    }

    /** What makes an object of it; a value is told apart by what it means. */
    private static JsonNode content(JsonNode schema) {
        ObjectNode content = schema.deepCopy();
        if (schema.has("properties")) {
            content.remove(List.of("description", "examples"));
        }
        return content;
    }

    @Test
    void readsNoClosedListOfValuesInAnswers() {
        List<String> closed = new ArrayList<>();
        Set<String> reached = new HashSet<>();
        eachOperation((place, operation) -> collectClosed(operation.path("responses"), reached, closed, place));
        assertEquals(List.of(), closed);
    }

    private static void collectClosed(JsonNode node, Set<String> reached, List<String> closed, String place) {
        String reference = node.path("$ref").asText();
        if (!reference.isEmpty() && reached.add(reference)) {
            collectClosed(References.resolve(document, node), reached, closed, reference);
        }
        if (node.path("enum").isArray()) {
            closed.add(place + " " + node.path("enum"));
        }
        node.forEach(inner -> collectClosed(inner, reached, closed, place));
    }

    private static boolean hasNoSchema(JsonNode answer) {
        for (JsonNode content : answer.path("content")) {
            if (content.path("schema").isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static List<String> operationsThat(Predicate<JsonNode> isFaulty) {
        List<String> faulty = new ArrayList<>();
        eachOperation((place, operation) -> {
            if (isFaulty.test(operation)) {
                faulty.add(place);
            }
        });
        return faulty;
    }

    private static void eachOperation(BiConsumer<String, JsonNode> step) {
        document.path("paths").fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(
                operation -> step.accept(operation.getKey() + " " + path.getKey(), operation.getValue())));
    }

    private static void eachParameter(BiConsumer<String, JsonNode> step) {
        eachOperation((place, operation) -> operation.path("parameters").forEach(declared -> {
            JsonNode parameter = References.resolve(document, declared);
            step.accept(place + " " + parameter.path("name").asText(), parameter);
        }));
    }
}
