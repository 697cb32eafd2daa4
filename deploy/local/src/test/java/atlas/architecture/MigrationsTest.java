package atlas.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Migrations that let the version before go on beside the new one, and be gone back to: what is released never changes, and
 * what is
 * new only adds, unless it says since when nothing needs what it takes away.
 */
class MigrationsTest {

    private static final Path HOME = Path.of(System.getProperty("atlas.home"));
    private static final Path PUBLISHED = HOME.resolve("deploy/checks/published-migrations");
    private static final List<String> MODULES = List.of("policy-events", "gateway", "gateway/service-contract",
            "county-service",
            "state-law-service", "scoring-service");
    /** The first line of a migration that takes away what the version before the last one was the last to need. */
    private static final Pattern CONTRACT = Pattern.compile("^-- contract: .{10,}");
    private static final List<Pattern> TAKEN_AWAY = Stream.of("\\bdrop\\s+(table|column|view|function|type|schema|sequence)\\b",
            "\\brename\\b", "\\bset\\s+not\\s+null\\b", "\\balter\\s+column\\s+\\w+\\s+(set\\s+data\\s+)?type\\b",
            "\\badd\\s+(column\\s+)?(if\\s+not\\s+exists\\s+)?(?!constraint\\b)\\w+\\s+[^,;]*\\bnot\\s+null\\b(?![^,;]*\\bdefault\\b)(?<!default[^,;]{0,80}not null)",
            "\\badd\\s+constraint\\b", "\\btruncate\\b").map(Pattern::compile).toList();

    @Test
    void whatIsReleasedStaysAsItWas() throws IOException {
        Map<String, String> now = digests();
        Map<String, String> published = published();
        assertTrue(published.size() >= 24, published.toString());
        published.forEach((file, digest) -> assertEquals(digest, now.get(file), file
                + " is released and must not change: a database that has run it refuses to start. Add a new migration"));
    }

    @Test
    void whatIsNewOnlyAdds() throws IOException {
        Map<String, String> published = published();
        for (String file : digests().keySet()) {
            if (!published.containsKey(file)) {
                assertEquals(List.of(), takenAway(Files.readString(HOME.resolve(file))), file
                        + " takes away what the version before still needs, so that they cannot run side by side:"
                        + " see \"Upgrade and rollback\" in docs/operations.md, or begin it with \"-- contract: since …\"");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "ALTER TABLE county DROP COLUMN note;", "DROP TABLE county;",
            "ALTER TABLE county RENAME TO place;",
            "ALTER TABLE county\n    ADD COLUMN note text NOT NULL;", "ALTER TABLE county ADD note text NOT NULL;",
            "ALTER TABLE county ALTER COLUMN note SET NOT NULL;", "ALTER TABLE county ALTER COLUMN note TYPE int;",
            "ALTER TABLE county ADD CONSTRAINT short CHECK (length(note) < 9);", "TRUNCATE county;" })
    void knowsWhatTakesAway(String statement) {
        assertEquals(1, takenAway("-- A comment: nothing is dropped.\n" + statement).size());
        assertEquals(List.of(), takenAway("-- contract: since 1.4 nothing reads it\n" + statement));
    }

    @ParameterizedTest
    @ValueSource(strings = { "ALTER TABLE county ADD COLUMN note text;", "CREATE TABLE place (id int NOT NULL);",
            "ALTER TABLE county ADD COLUMN note text NOT NULL DEFAULT '';",
            "ALTER TABLE county ADD COLUMN note text DEFAULT '' NOT NULL;", "CREATE INDEX county_note ON county (note);",
            "ALTER TABLE county DROP CONSTRAINT short;", "COMMENT ON COLUMN county.note IS 'rename me'" })
    void letsPassWhatAdds(String statement) {
        assertEquals(List.of(), takenAway(statement));
    }

    private static List<String> takenAway(String migration) {
        if (CONTRACT.matcher(migration).find()) {
            return List.of();
        }
        String statements = migration.replaceAll("--[^\n]*", "").replaceAll("'[^']*'", "''").toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ");
        return TAKEN_AWAY.stream().map(pattern -> pattern.matcher(statements)).flatMap(found -> found.results().limit(1))
                .map(found -> found.group().strip()).limit(1).toList();
    }

    private static Map<String, String> published() throws IOException {
        return Files.readAllLines(PUBLISHED).stream().map(line -> line.split(" {2}", 2))
                .collect(Collectors.toMap(words -> words[1], words -> words[0], (one, other) -> one, TreeMap::new));
    }

    private static Map<String, String> digests() throws IOException {
        Map<String, String> digests = new TreeMap<>();
        for (String module : MODULES) {
            Path folder = HOME.resolve(module).resolve("src/main/resources/db");
            try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
                files.filter(file -> file.getFileName().toString().matches("V.*\\.sql"))
                        .forEach(file -> digests.put(HOME.relativize(file).toString(), digest(file)));
            }
        }
        return digests;
    }

    private static String digest(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(
                    Files.readString(file).getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
