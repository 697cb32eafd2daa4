package atlas.gateway.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.vertx.core.buffer.Buffer;

/** Makes of an answer's JSON the form that is wanted. Numbers stay as they were written. */
@Singleton
public class Making {

    private static final byte NEW_LINE = '\n';

    private final ObjectReader reader;
    private final ObjectWriter writer;

    Making(ExactJson json) {
        this.reader = json.reader();
        this.writer = json.writer();
    }

    /**
     * The answer in the form that is wanted.
     *
     * @param path of the request: files are named by it
     * @param shapes by their names; none when the view needs none
     */
    public Made make(Buffer json, View view, String path, Map<String, Shape> shapes) {
        try {
            ObjectNode answer = (ObjectNode) reader.readTree(json.getBytes());
            Map<String, String> headers = new TreeMap<>();
            headers.put("Content-Type", view.format().contentType());
            if (view.format() != Format.JSON) {
                headers.put("Content-Disposition", "attachment; filename=\"" + fileName(path, view.format()) + '"');
                JsonNode total = answer.path("total");
                if (total.isNumber()) {
                    headers.put(Made.TOTAL, total.asText());
                }
            }
            return new Made(Buffer.buffer(body(answer, view, shapes)), headers);
        } catch (IOException e) {
            throw new IllegalStateException("an answer is no JSON", e);
        }
    }

    private byte[] body(ObjectNode answer, View view, Map<String, Shape> shapes) throws IOException {
        return switch (view.format()) {
            case JSON -> json(answer, view);
            case CSV -> csv(answer, view);
            case NDJSON -> lines(answer, view);
            case GEOJSON -> features(answer, view, shapes);
        };
    }

    private byte[] json(ObjectNode answer, View view) throws IOException {
        if (view.formats().isTable()) {
            answer.path(view.formats().table().rows()).forEach(item -> view.cut((ObjectNode) item));
        } else {
            view.cut(answer);
        }
        return writer.writeValueAsBytes(answer);
    }

    private static byte[] csv(ObjectNode answer, View view) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvTable table = new CsvTable(bytes, view.columns(), view.formulaSafe())) {
            for (ObjectNode row : view.formats().table().rowsOf(answer)) {
                table.write(row);
            }
        }
        return bytes.toByteArray();
    }

    private byte[] lines(ObjectNode answer, View view) throws IOException {
        Table table = view.formats().table();
        answer.path(table.rows()).forEach(item -> view.cut((ObjectNode) item));
        List<ObjectNode> rows = table.rowsOf(answer);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (ObjectNode row : rows) {
            bytes.write(writer.writeValueAsBytes(row));
            bytes.write(NEW_LINE);
        }
        return bytes.toByteArray();
    }

    private byte[] features(ObjectNode answer, View view, Map<String, Shape> shapes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FeatureWriter features = new FeatureWriter(writer, bytes)) {
            if (view.formats().isTable()) {
                String rows = view.formats().table().rows();
                JsonNode items = answer.remove(rows);
                features.begin(answer);
                for (JsonNode item : items) {
                    writeFeature(features, (ObjectNode) item, view, shapes);
                }
            } else {
                writeFeature(features, answer, view, shapes);
            }
        }
        return bytes.toByteArray();
    }

    private static void writeFeature(FeatureWriter features, ObjectNode item, View view, Map<String, Shape> shapes)
            throws IOException {
        String id = item.path(view.formats().shape()).asText();
        Shape shape = shapes.get(id);
        view.cut(item);
        features.write(id, item, shape == null ? null : shape.of(view.geometry()));
    }

    /** As {@code counties-24031-policies.csv}. */
    private static String fileName(String path, Format format) {
        String name = path.replaceFirst("^/v1/", "").replaceAll("[^A-Za-z0-9.]+", "-");
        return name + '.' + format.id();
    }
}
