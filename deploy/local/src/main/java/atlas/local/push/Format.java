package atlas.local.push;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The forms that a file of records may have, and the names of files that tell them. */
enum Format {

    JSON("application/json", "json"),
    NDJSON("application/x-ndjson", "ndjson", "jsonl"),
    CSV("text/csv", "csv"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

    private final String type;
    private final List<String> endings;

    Format(String type, String... endings) {
        this.type = type;
        this.endings = List.of(endings);
    }

    static Optional<Format> ofName(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(format -> format.endings.stream().anyMatch(ending -> name.endsWith("." + ending)))
                .findFirst();
    }

    /** What {@code --format} takes. */
    static Optional<Format> ofText(String text) {
        return Arrays.stream(values()).filter(format -> format.name().toLowerCase(Locale.ROOT).equals(text)).findFirst();
    }

    String mediaType() {
        return type;
    }
}
