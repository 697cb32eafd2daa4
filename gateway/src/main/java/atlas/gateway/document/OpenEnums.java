package atlas.gateway.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Opens what answers enumerate: a client that was generated yesterday must read a value that is added tomorrow. What requests
 * may say stays closed. An enumeration of both keeps its name for requests; answers refer to an open one beside it.
 */
final class OpenEnums {

    /** Zalando's name for it: generators see a string, people and tools the values. */
    private static final String VALUES = "x-extensible-enum";
    private static final String OPEN = "Open";

    private final ObjectNode document;
    private final ObjectNode schemas;
    private final Set<String> inRequests = new HashSet<>();
    private final Set<String> inAnswers = new TreeSet<>();
    private final List<JsonNode> answers = new ArrayList<>();

    private OpenEnums(ObjectNode document) {
        this.document = document;
        this.schemas = Operations.schemas(document);
    }

    static void inAnswersOf(ObjectNode document) {
        new OpenEnums(document).openAll();
    }

    private void openAll() {
        Operations.each(document, operation -> {
            follow(operation.path("parameters"), inRequests);
            follow(operation.path("requestBody"), inRequests);
            answers.add(operation.path("responses"));
            follow(operation.path("responses"), inAnswers);
        });
        follow(document.at("/components/parameters"), inRequests);
        Map<String, String> renamed = new LinkedHashMap<>();
        for (String name : inAnswers) {
            JsonNode schema = schemas.path(name);
            if (!isEnumeration(schema)) {
                answers.add(schema);
            } else if (inRequests.contains(name)) {
                renamed.put(name, OPEN + name);
            } else {
                open((ObjectNode) schema);
            }
        }
        renamed.forEach((closed, name) -> schemas.set(name, open(schemas.path(closed).deepCopy())));
        answers.forEach(answer -> Operations.everywhere(answer, node -> openIn(node, renamed)));
    }

    private void follow(JsonNode node, Set<String> reached) {
        String name = Operations.schemaName(node);
        if (name != null && reached.add(name)) {
            follow(schemas.path(name), reached);
        } else if (name == null && node.has("$ref")) {
            follow(References.resolve(document, node), reached);
        }
        node.forEach(inner -> follow(inner, reached));
    }

    private static void openIn(ObjectNode node, Map<String, String> renamed) {
        String open = renamed.get(String.valueOf(Operations.schemaName(node)));
        if (open != null) {
            Operations.refer(node, open);
        } else if (isEnumeration(node)) {
            open(node);
        }
    }

    private static boolean isEnumeration(JsonNode schema) {
        return schema.path("enum").isArray() && Typed.type(schema).equals("string");
    }

    private static ObjectNode open(ObjectNode schema) {
        ArrayNode values = schema.arrayNode();
        schema.remove("enum").forEach(value -> {
            if (!value.isNull()) {
                values.add(value);
            }
        });
        schema.set(VALUES, values);
        String today = StreamSupport.stream(values.spliterator(), false).map(value -> "`" + value.asText() + "`")
                .collect(Collectors.joining(", "));
        String said = schema.path("description").asText();
        return schema.put("description", (said.isEmpty() ? "" : said + ". ") + "Values may be added; today: " + today + ".");
    }
}
