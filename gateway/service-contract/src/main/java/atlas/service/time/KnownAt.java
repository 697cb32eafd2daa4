package atlas.service.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.service.problem.ProblemException;

/** The instant whose knowledge an answer uses: what we said then. */
@Schema(type = SchemaType.STRING, format = "date-time", pattern = "^(19|20)\\d{2}-", examples = "2026-01-01T00:00:00Z", description = "the instant whose knowledge the answer uses; now when absent")
public record KnownAt(Instant value) {

    private static final int LONGEST = 40;

    /** Reads it from a query parameter: an ISO 8601 instant with its offset. */
    public static KnownAt fromString(String value) {
        return new KnownAt(instant("known_at", value));
    }

    /** Reads an ISO 8601 instant; a plus sign that arrived as a space, unescaped in an address, is taken for what it was. */
    public static Instant instant(String field, String text) {
        try {
            if (text.length() <= LONGEST) {
                Instant instant = OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
                if (Calendar.holds(instant.atOffset(ZoneOffset.UTC).toLocalDate())) {
                    return instant;
                }
            }
        } catch (DateTimeException e) {
            throw refusal(field);
        }
        throw refusal(field);
    }

    private static ProblemException refusal(String field) {
        return ProblemException.invalid(field, "an instant with its offset, for example 2026-01-01T00:00:00Z");
    }
}
