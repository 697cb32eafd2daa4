package atlas.service.place;

import java.util.regex.Pattern;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import atlas.service.problem.ProblemException;

/** A county's five-digit FIPS code: two digits for the state, three for the county. */
@Schema(type = SchemaType.STRING, pattern = "^\\d{5}$", examples = "24031", description = "five-digit FIPS code, leading zero kept")
public record Fips(@JsonValue String value) {

    private static final Pattern FORMAT = Pattern.compile("[0-9]{5}");

    public Fips {
        if (value == null || value.length() != 5 || !FORMAT.matcher(value).matches()) {
            throw ProblemException.invalid("fips", "a county FIPS code has five digits, for example 06037");
        }
    }

    /** Reads it from a path or query parameter. */
    @JsonCreator
    public static Fips fromString(String value) {
        return new Fips(value);
    }
}
