package atlas.service.time;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The day that an answer is about: when something was true. */
@Schema(type = SchemaType.STRING, format = "date", pattern = "^(19|20)\\d{2}-", examples = "2019-12-17", description = "the day that the answer is about; today when absent")
public record AsOf(LocalDate value) {

    /** Reads it from a query parameter. */
    public static AsOf fromString(String value) {
        return new AsOf(Calendar.day("as_of", value));
    }
}
