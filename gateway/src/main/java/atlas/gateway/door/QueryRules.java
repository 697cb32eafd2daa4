package atlas.gateway.door;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import atlas.service.problem.FieldError;
import atlas.service.problem.ProblemException;
import atlas.service.problem.Spelling;

/**
 * Which query parameters an address takes. What is not known is refused, not ignored: a mistyped filter would answer another
 * question.
 */
public final class QueryRules {

    // Each error lists the known names: a short request must not make a long answer.
    private static final int MOST_ERRORS = 10;
    /** As it is written in addresses: no text of ours holds it, and databases cannot be asked for it. */
    private static final String NUL = "%00";

    private final Map<String, Boolean> repeatable;

    /** @param repeatable each known name, and whether it may be given more than once */
    public QueryRules(Map<String, Boolean> repeatable) {
        this.repeatable = new TreeMap<>(repeatable);
    }

    /** Whether there is such a parameter. */
    public boolean has(String name) {
        return repeatable.containsKey(name);
    }

    /** Checks the part of the address behind the question mark; null when there is none. */
    public void check(String query) {
        if (query == null || query.isEmpty()) {
            return;
        }
        if (query.indexOf(';') >= 0) {
            // some readers take it for a separator, and would find parameters that were not checked
            throw ProblemException.invalid("query", "a semicolon in a value must be written %3B");
        }
        List<FieldError> errors = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String parameter : query.split("&")) {
            if (!parameter.isEmpty() && errors.size() < MOST_ERRORS) {
                String[] parts = parameter.split("=", 2);
                check(decode(parts[0]), parts.length == 1 || parts[1].isEmpty(), seen, errors);
                if (parts.length > 1 && parts[1].contains(NUL)) {
                    errors.add(FieldError.parameter(decode(parts[0]), "must not hold the character U+0000"));
                }
            }
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    private void check(String name, boolean empty, Set<String> seen, List<FieldError> errors) {
        boolean first = seen.add(name);
        Boolean mayRepeat = repeatable.get(name);
        if (mayRepeat == null) {
            errors.add(FieldError.parameter(name, unknown(name)));
        } else if (!first && !mayRepeat) {
            errors.add(FieldError.parameter(name, "may be given once only"));
        } else if (empty) {
            // the services would take it for absent, and a filter that someone forgot to fill in would select everything
            errors.add(FieldError.parameter(name, "must not be empty: leave the parameter out"));
        }
    }

    private String unknown(String name) {
        if (repeatable.isEmpty()) {
            return "this address takes no parameters";
        }
        return "is not a parameter of this address; did you mean " + Spelling.nearest(name, repeatable.keySet())
                + "? Known are: " + String.join(", ", repeatable.keySet());
    }

    private static String decode(String text) {
        return text.indexOf('%') < 0 && text.indexOf('+') < 0 ? text : URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
