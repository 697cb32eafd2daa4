package atlas.gateway.route;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.service.problem.Problem.Kind;

/** Tells in the published document what answers of operations that are to go say of it, and that one day they will be gone. */
final class DescribedDeprecations {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

    private DescribedDeprecations() {
    }

    /** @throws DocumentConflictException when an operation contradicts itself, or its successor is not published */
    static void apply(ObjectNode document) {
        JsonNode paths = document.path("paths");
        paths.fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(operation -> {
            String name = operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
            Deprecation.of(name, operation.getValue()).ifPresent(deprecation -> {
                check(name, path.getKey(), deprecation, paths);
                describe(document, (ObjectNode) operation.getValue(), deprecation);
            });
        }));
    }

    private static void check(String name, String path, Deprecation deprecation, JsonNode paths) {
        String successor = deprecation.successor();
        if (successor != null) {
            Deprecation.require(paths.has(successor), name, "has a successor that is not published: " + successor);
            Deprecation.require(variables(path).containsAll(variables(successor)), name,
                    "has a successor with variables that its own path lacks: " + successor);
        }
    }

    private static Set<String> variables(String path) {
        Set<String> found = new HashSet<>();
        Matcher variables = VARIABLE.matcher(path);
        while (variables.find()) {
            found.add(variables.group());
        }
        return found;
    }

    private static void describe(ObjectNode document, ObjectNode operation, Deprecation deprecation) {
        ObjectNode responses = operation.withObjectProperty("responses");
        responses.fields().forEachRemaining(answer -> {
            if (answer.getKey().startsWith("2")) {
                ObjectNode headers = ((ObjectNode) answer.getValue()).withObjectProperty("headers");
                ProblemResponses.header(headers, "Deprecation", "Deprecation");
                ProblemResponses.header(headers, "Link", "Link");
                if (deprecation.sunset() != null) {
                    ProblemResponses.header(headers, "Sunset", "Sunset");
                }
            }
        });
        String gone = Integer.toString(Kind.GONE.status());
        if (deprecation.sunset() != null && !responses.has(gone)) {
            responses.set(gone, ProblemResponses.reference(document, Kind.GONE));
        }
    }
}
