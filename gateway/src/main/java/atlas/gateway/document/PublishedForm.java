package atlas.gateway.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The last steps from the documents of the services to the one that is published. */
public final class PublishedForm {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PublishedForm() {
    }

    /** Changes the document; each step is as good for a part of the operations as for all of them. */
    public static void give(ObjectNode document) {
        Tidying.tidy(document);
        PageNames.rename(document);
        OpenEnums.inAnswersOf(document);
        new PropertyWords(document, read("api/properties.json")).complete();
        new ParameterWords(document, read("api/parameters.json")).complete();
        AnswerWords.complete(document);
        new Links(document, read("api/links.json")).add();
        KeyWords.tell(document);
        sort(Operations.schemas(document));
    }

    private static void sort(ObjectNode schemas) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        schemas.fields().forEachRemaining(schema -> sorted.put(schema.getKey(), schema.getValue()));
        schemas.removeAll();
        schemas.setAll(sorted);
    }

    private static JsonNode read(String resource) {
        try (InputStream content = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            return JSON.readTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }
}
