package atlas.county.imports;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.ws.rs.DefaultValue;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import atlas.county.imports.read.FileFormat;
import atlas.service.problem.ProblemException;
import atlas.service.time.Calendar;

/** The query parameters of an upload. */
public class ImportOptions {

    private static final int LONGEST_NAME = 200;
    private static final Pattern DATE = Pattern.compile("(?<![0-9])(20[0-9]{2})[-_.]?([0-9]{2})[-_.]?([0-9]{2})(?![0-9])");

    @RestQuery("dry_run")
    @DefaultValue("false")
    @Parameter(description = "work everything out, and change nothing")
    boolean dryRun;
    @RestQuery("format")
    @Parameter(description = "json, ndjson, csv or xlsx; absent: as Content-Type says", example = "csv")
    String format;
    @RestQuery("name")
    @Parameter(description = "name of the file, for people", example = "counties-2019.csv")
    String name;
    @RestQuery("listed_on")
    @Parameter(description = "the date of ICE's list; absent: the date in the file's name", example = "2025-06-17", schema = @Schema(type = SchemaType.STRING, format = "date", pattern = "^(19|20)\\d{2}-"))
    String listedOn;

    SentFile sent(String contentType, String fileName, String sha256) {
        String shown = withoutFolders(name == null ? fileName : name);
        if (shown != null && (shown.isBlank() || shown.length() > LONGEST_NAME
                || shown.chars().anyMatch(c -> Character.isISOControl(c)))) {
            throw ProblemException.invalid("name", "1 to " + LONGEST_NAME + " characters, no control characters");
        }
        FileFormat read = FileFormat.of(format, contentType, shown);
        LocalDate stated = listedOn == null ? null : Calendar.day("listed_on", listedOn);
        boolean isList = read == FileFormat.XLSX;
        return new SentFile(shown, read, dryRun, !isList ? null : stated == null ? dateIn(shown) : stated, sha256);
    }

    /** Folders are the sender's own affair. */
    private static String withoutFolders(String name) {
        return name == null ? null : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    private static LocalDate dateIn(String fileName) {
        Matcher date = DATE.matcher(fileName == null ? "" : fileName);
        try {
            if (date.find()) {
                return LocalDate.parse(date.group(1) + "-" + date.group(2) + "-" + date.group(3));
            }
        } catch (DateTimeParseException e) {
            throw unknownDate();
        }
        throw unknownDate();
    }

    private static ProblemException unknownDate() {
        return ProblemException.invalid("listed_on",
                "is required: the date of the list, for example 2025-06-17, unless the file's name holds it");
    }
}
