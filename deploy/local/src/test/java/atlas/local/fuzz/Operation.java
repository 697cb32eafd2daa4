package atlas.local.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** What the document says of a method at a path: each part without references at its top. */
record Operation(String method, String path, List<Parameter> parameters, Body body, JsonNode responses, boolean keyed) {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

    /** The request's body: the media types with what is said of each. */
    record Body(JsonNode content, boolean required) {

        boolean isTaken() {
            return !content.isEmpty();
        }
    }

    String name() {
        return method + " " + path;
    }

    boolean isRead() {
        return method.equals("GET");
    }

    List<Parameter> in(String place) {
        return parameters.stream().filter(parameter -> parameter.in().equals(place)).toList();
    }

    boolean hasVariables() {
        return path.indexOf('{') >= 0;
    }

    /** Whether an address is one of this path, whatever stands for its variables. */
    boolean matches(String address) {
        return pattern(path).matcher(address).matches();
    }

    static Pattern pattern(String template) {
        List<String> parts = new ArrayList<>();
        for (String part : VARIABLE.split(template, -1)) {
            parts.add(Pattern.quote(part));
        }
        return Pattern.compile(String.join("[^/?]+", parts));
    }
}
