package atlas.county.imports;

import java.util.Arrays;
import java.util.Locale;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonValue;

import atlas.service.problem.ProblemException;

/** What became of a row: taken, found to say what was on record already, or not taken. */
@Schema(name = "ImportRowOutcome", description = "what became of a row of a file", type = SchemaType.STRING, enumeration = {
        "accepted", "unchanged", "refused" })
public record RowOutcome(Kind kind) {

    /** The three outcomes. */
    enum Kind {
        ACCEPTED,
        UNCHANGED,
        REFUSED
    }

    /** Reads it from a query parameter. */
    public static RowOutcome fromString(String text) {
        return Arrays.stream(Kind.values()).map(RowOutcome::new).filter(outcome -> outcome.text().equals(text)).findFirst()
                .orElseThrow(() -> ProblemException.invalid("outcome", "must be accepted, unchanged or refused"));
    }

    @JsonValue
    String text() {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
