package atlas.gateway.document;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Says in words which key an operation needs. */
final class KeyWords {

    private KeyWords() {
    }

    static void tell(ObjectNode document) {
        Operations.each(document, operation -> {
            if (!operation.path("security").isEmpty()) {
                String description = operation.path("description").asText();
                operation.put("description", (description + "\n\n" + needs(operation.path("x-scopes"))).strip());
            }
        });
    }

    private static String needs(JsonNode scopes) {
        List<String> names = StreamSupport.stream(scopes.spliterator(), false).map(scope -> "`" + scope.asText() + "`")
                .toList();
        return switch (names.size()) {
            case 0 -> "Needs a key.";
            case 1 -> "Needs a key with the scope " + names.get(0) + ".";
            default -> "Needs a key with one of the scopes " + names.stream().collect(Collectors.joining(", ")) + ".";
        };
    }
}
