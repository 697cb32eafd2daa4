package atlas.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What a server wrote to its log since a moment. */
public record LogTail(Path log, long from) {

    private static final String CAUSE = "Caused by: ";
    private static final List<Pattern> TELLING = List.of(Pattern.compile("FATAL|PANIC|ERROR|error:"),
            Pattern.compile("Exception"));

    /** All that will be written from now on. */
    public static LogTail of(Path log) {
        try {
            return new LogTail(log, Files.exists(log) ? Files.size(log) : 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean contains(String words) {
        return text().contains(words);
    }

    /** The deepest cause of the last failure, else the first line that tells of one, else the last line; and where to look. */
    public String reason() {
        List<String> lines = text().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        String reason = lines.stream().filter(line -> line.startsWith(CAUSE)).reduce((earlier, later) -> later)
                .map(line -> line.substring(CAUSE.length()))
                .or(() -> TELLING.stream().flatMap(pattern -> lines.stream().filter(line -> pattern.matcher(line).find()))
                        .findFirst())
                .orElse(lines.isEmpty() ? "no output" : lines.get(lines.size() - 1));
        return reason + " (log: " + log + ")";
    }

    private String text() {
        try {
            if (Files.notExists(log)) {
                return "";
            }
            byte[] all = Files.readAllBytes(log);
            int start = (int) Math.min(from, all.length);
            return new String(all, start, all.length - start, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
