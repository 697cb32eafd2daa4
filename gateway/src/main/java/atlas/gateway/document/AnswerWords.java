package atlas.gateway.document;

import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Says what an answer shows where a service only says that it is one. */
final class AnswerWords {

    private static final Set<String> NOTHING_SAID = Set.of("", "OK", "Created", "Accepted", "No Content");

    private AnswerWords() {
    }

    static void complete(ObjectNode document) {
        Operations.each(document, operation -> Operations.eachSuccess(operation, (status, answer) -> {
            if (NOTHING_SAID.contains(answer.path("description").asText())) {
                answer.put("description", words(document, answer));
            }
        }));
    }

    private static String words(ObjectNode document, ObjectNode answer) {
        for (JsonNode content : answer.path("content")) {
            String words = References.resolve(document, content.path("schema")).path("description").asText();
            if (!words.isEmpty()) {
                return words;
            }
        }
        return answer.has("content") ? "What was asked for." : "It is done; there is nothing to show.";
    }
}
