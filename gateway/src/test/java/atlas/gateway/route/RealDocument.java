package atlas.gateway.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The document that the packaged gateway publishes, made of what the builds of the services wrote. */
public final class RealDocument {

    private static final Path FILE = Path.of("target/openapi/published.json");
    private static final PublishedApi API = new PublishedApi(new ObjectMapper(), "openapi");

    private RealDocument() {
    }

    /** A copy, which the asker may change. */
    public static ObjectNode document() {
        return API.document().deepCopy();
    }

    static List<Operation> operations() {
        return API.routes().operations();
    }

    /** For deploy/checks: an operation and a component a line, so that a difference shows where it is. */
    public static void write() {
        StringBuilder text = new StringBuilder();
        write(text, document(), 3);
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, text.append("\n").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(StringBuilder text, JsonNode node, int depth) {
        boolean inLines = depth > 0 && node.isObject() && !node.has("$ref") && (depth == 3 || holdsObjects(node));
        if (!inLines) {
            text.append(node);
            return;
        }
        text.append("{\n");
        Iterator<Map.Entry<String, JsonNode>> fields = node.fields();
        while (fields.hasNext()) {
            Map.Entry<String, JsonNode> field = fields.next();
            text.append('"').append(field.getKey()).append("\": ");
            write(text, field.getValue(), depth - 1);
            text.append(fields.hasNext() ? ",\n" : "\n");
        }
        text.append("}");
    }

    private static boolean holdsObjects(JsonNode node) {
        List<JsonNode> values = new ArrayList<>();
        node.forEach(values::add);
        return values.stream().allMatch(JsonNode::isObject);
    }
}
