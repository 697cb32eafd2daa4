package atlas.service.configuration;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One thing that services can be told.
 *
 * @param services who reads it
 * @param byDefault what holds when it is not set; null for nothing
 * @param required whether the service cannot start without it
 * @param secret whether its value must never be shown
 * @param fixed whether it is decided when the service is built, and cannot be set
 * @param atLeast the least value; null for the kind's own
 * @param atMost the largest value; null for any
 * @param notAbove a key whose value must be as large or larger; null for none
 * @param below a key whose value must be larger; null for none
 * @param oneOf the words of a choice; null for other kinds
 */
public record Key(String name, Kind kind, List<String> services, @JsonProperty("default") String byDefault, boolean required,
        boolean secret, boolean fixed, String atLeast, String atMost, String notAbove, String below, List<String> oneOf,
        String meaning) {

    private static final String FILE = "_FILE";

    /** How it is called in the environment. */
    public String variable() {
        return variable(name);
    }

    /** The variable that names a file with the value. */
    public String fileVariable() {
        return variable() + FILE;
    }

    /** How the environment calls a property. */
    public static String variable(String name) {
        return name.replaceAll("[^a-zA-Z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    Key of(List<String> others) {
        return services != null ? this
                : new Key(name, kind, others, byDefault, required, secret, fixed, atLeast, atMost, notAbove, below, oneOf,
                        meaning);
    }
}
