package atlas.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What happened, in the order in which it did: each try of each write, each fault, and what was acknowledged. */
final class History {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final long begin = System.nanoTime();
    private final List<Map<String, Object>> entries = new ArrayList<>();
    private final List<Acknowledged> acknowledged = new ArrayList<>();

    /** A write that was answered with success: what is told to be a version of a record or of a law. */
    record Acknowledged(Write write, int status, String body, String id, int version) {

        static Acknowledged of(Write write, int status, String body) throws IOException {
            JsonNode made = JSON.readTree(body);
            return new Acknowledged(write, status, body, made.get("id").textValue(), made.get("version").intValue());
        }

        String name() {
            return id + " v" + version;
        }
    }

    synchronized void add(String kind, String where, String what) {
        entries.add(Map.of("ms", (System.nanoTime() - begin) / NANOS_PER_MILLI, "kind", kind, "where", where, "what", what));
    }

    synchronized void add(Acknowledged one) {
        acknowledged.add(one);
        add("acknowledged", one.write().idempotencyKey(), one.name());
    }

    synchronized List<Acknowledged> acknowledged() {
        return List.copyOf(acknowledged);
    }

    synchronized int size() {
        return acknowledged.size();
    }

    synchronized long count(String kind) {
        return entries.stream().filter(entry -> kind.equals(entry.get("kind"))).count();
    }

    /** One JSON object a line. */
    synchronized void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Map<String, Object> entry : entries) {
            lines.add(JSON.writeValueAsString(entry));
        }
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
    }
}
