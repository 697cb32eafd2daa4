package atlas.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The keys to try the suite with, as the gateway wrote them. */
public record DemoKeys(List<DemoKey> keys) {

    private static final String ADMIN = "admin";
    private static final int COLUMNS = 3;

    public DemoKeys {
        keys = List.copyOf(keys);
    }

    /** A key, and what it may do. */
    public record DemoKey(String role, String key, String description) {
    }

    public static DemoKeys read(Path file) {
        try {
            return parse(Files.readAllLines(file));
        } catch (IOException e) {
            throw new CannotStartException("the gateway has not written the demo keys: " + Failures.inWords(e), e);
        }
    }

    /** Lines of role, key, description; empty ones and those that begin with # say nothing. */
    static DemoKeys parse(List<String> lines) {
        return new DemoKeys(lines.stream().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> line.split("\\s+", COLUMNS)).map(DemoKeys::key).toList());
    }

    private static DemoKey key(String[] columns) {
        if (columns.length < 2) {
            throw new CannotStartException("the file of demo keys has a line without a key, for the role " + columns[0]);
        }
        return new DemoKey(columns[0], columns[1], columns.length < COLUMNS ? "" : columns[2]);
    }

    public String admin() {
        return keys.stream().filter(key -> key.role().equals(ADMIN)).map(DemoKey::key).findFirst()
                .orElseThrow(() -> new CannotStartException("there is no demo key for the role " + ADMIN));
    }
}
