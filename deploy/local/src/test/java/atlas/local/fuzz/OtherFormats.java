package atlas.local.fuzz;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Judges answers that are no JSON documents, as far as their media type tells how they are written. */
final class OtherFormats {

    private static final ObjectMapper JSON = new ObjectMapper();

    private OtherFormats() {
    }

    /** What is wrong with it, if anything. */
    static Optional<String> wrong(Answer answer) {
        String type = answer.type();
        boolean good = switch (type) {
            case "text/csv" -> isTable(answer.text());
            case "application/x-ndjson", "application/ndjson" -> answer.text().lines().allMatch(OtherFormats::isJson);
            case "text/event-stream" -> isStream(answer.text());
            default -> answer.body().length > 0;
        };
        return good ? Optional.empty() : Optional.of("schema: " + answer.status() + " is no " + type);
    }

    /** As far as it was listened to: the last line may be half a one. */
    private static boolean isStream(String text) {
        return text.substring(0, text.lastIndexOf('\n') + 1).lines()
                .allMatch(line -> line.isEmpty() || line.matches("(|data|event|id|retry):.*"));
    }

    private static boolean isJson(String line) {
        try {
            return !JSON.readTree(line).isMissingNode();
        } catch (IOException e) {
            return false;
        }
    }

    /** A header, and rows with as many fields as it has. */
    private static boolean isTable(String text) {
        List<Integer> widths = new ArrayList<>();
        boolean quoted = false;
        int fields = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields++;
            } else if (c == '\n' && !quoted) {
                widths.add(fields);
                fields = 1;
            }
        }
        return !quoted && !widths.isEmpty() && widths.stream().distinct().count() == 1;
    }
}
