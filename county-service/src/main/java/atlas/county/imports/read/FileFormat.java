package atlas.county.imports.read;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import atlas.service.problem.Problem;
import atlas.service.problem.ProblemException;

/** The forms in which a file of records may come. */
public enum FileFormat {

    JSON("application/json", ".json"),
    NDJSON("application/x-ndjson", ".ndjson"),
    CSV("text/csv", ".csv"),
    /** ICE's list of 287(g) agencies. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");

    private final String type;
    private final String ending;

    FileFormat(String type, String ending) {
        this.type = type;
        this.ending = ending;
    }

    /**
     * The format that was named, or else that of the content type, or else of the file's name; the first that is given decides.
     */
    public static FileFormat of(String named, String contentType, String fileName) {
        if (named != null) {
            return find(format -> format.shown().equals(named))
                    .orElseThrow(() -> ProblemException.invalid("format", "must be json, ndjson, csv or xlsx"));
        }
        String type = contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        String name = fileName == null ? "" : fileName.toLowerCase(Locale.ROOT);
        return find(format -> format.type.equals(type)).or(() -> find(format -> name.endsWith(format.ending)))
                .orElseThrow(FileFormat::refusal);
    }

    public String shown() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Optional<FileFormat> find(Predicate<FileFormat> wanted) {
        return Arrays.stream(values()).filter(wanted).findFirst();
    }

    private static ProblemException refusal() {
        String types = Arrays.stream(values()).map(format -> format.type).collect(Collectors.joining(", "));
        return new ProblemException(Problem.Kind.UNSUPPORTED_MEDIA_TYPE,
                "Send the file as one of " + types + ", or name its format with ?format=json, ndjson, csv or xlsx.",
                List.of());
    }
}
