package atlas.gateway.breaking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;

/** Finds what of the document published last is no longer so. */
final class Comparison {

    private final JsonNode before;
    private final JsonNode after;
    private final Set<Break> breaks = new LinkedHashSet<>();
    private final SchemaComparison schemas;

    private Comparison(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
        this.schemas = new SchemaComparison(before, after, breaks);
    }

    static List<Break> breaks(JsonNode before, JsonNode after) {
        Comparison comparison = new Comparison(before, after);
        before.path("paths").fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(operation -> comparison
                        .operation(operation.getValue(), after.path("paths").path(path.getKey()).path(operation.getKey()))));
        return new ArrayList<>(comparison.breaks);
    }

    private void operation(JsonNode was, JsonNode is) {
        String id = was.path("operationId").asText();
        if (is.isMissingNode()) {
            report(id, "", "is gone");
            return;
        }
        if (!is.path("operationId").asText().equals(id)) {
            report(id, "", "is called " + is.path("operationId").asText() + " now");
        }
        if (was.path("security").isEmpty() && !is.path("security").isEmpty()) {
            report(id, "", "needs a key now");
        }
        Set<String> scopes = texts(was.path("x-scopes"));
        scopes.removeAll(texts(is.path("x-scopes")));
        if (!scopes.isEmpty() && !is.path("x-scopes").isEmpty() || texts(was.path("x-scopes")).isEmpty()
                && !was.path("security").isEmpty() && !is.path("x-scopes").isEmpty()) {
            report(id, "", "is no longer open to all keys that it was open to");
        }
        parameters(id, was, is);
        body(id, was.path("requestBody"), is.path("requestBody"));
        answers(id, was.path("responses"), is.path("responses"));
    }

    private void parameters(String id, JsonNode was, JsonNode is) {
        Map<String, JsonNode> old = parameters(before, was);
        Map<String, JsonNode> now = parameters(after, is);
        old.forEach((name, parameter) -> {
            JsonNode present = now.get(name);
            if (present == null) {
                report(id, name, "is gone");
            } else {
                parameter(id, name, parameter, present);
            }
        });
        now.forEach((name, parameter) -> {
            if (!old.containsKey(name) && parameter.path("required").asBoolean()) {
                report(id, name, "is required now");
            }
        });
    }

    private void parameter(String id, String name, JsonNode was, JsonNode is) {
        if (is.path("required").asBoolean() && !was.path("required").asBoolean()) {
            report(id, name, "is required now");
        }
        if (!was.path("style").equals(is.path("style")) || !was.path("explode").equals(is.path("explode"))) {
            report(id, name, "is written in another way");
        }
        JsonNode old = Shape.of(before, was.path("schema")).whole().path("default");
        JsonNode now = Shape.of(after, is.path("schema")).whole().path("default");
        if (!old.asText().equals(now.asText()) && !old.isMissingNode()) {
            report(id, name, "had the default " + old + " and has " + (now.isMissingNode() ? "none" : now));
        }
        schemas.compare(Use.REQUEST, id + " " + name, was.path("schema"), is.path("schema"));
    }

    private static Map<String, JsonNode> parameters(JsonNode document, JsonNode operation) {
        Map<String, JsonNode> byName = new HashMap<>();
        for (JsonNode declared : operation.path("parameters")) {
            JsonNode parameter = resolve(document, declared);
            byName.put(parameter.path("in").asText() + " " + parameter.path("name").asText(), parameter);
        }
        return byName;
    }

    private void body(String id, JsonNode was, JsonNode is) {
        if (is.path("required").asBoolean() && !was.path("required").asBoolean()) {
            report(id, "body", "is required now");
        }
        if (!was.isMissingNode()) {
            contents(Use.REQUEST, id + " body", was, is);
        }
    }

    private void answers(String id, JsonNode was, JsonNode is) {
        was.fields().forEachRemaining(answer -> {
            String status = answer.getKey();
            if (!is.has(status)) {
                report(id, status, "is gone");
                return;
            }
            JsonNode old = resolve(before, answer.getValue());
            JsonNode now = resolve(after, is.path(status));
            contents(Use.ANSWER, id + " " + status, old, now);
            old.path("headers").fieldNames().forEachRemaining(header -> {
                if (!now.path("headers").has(header)) {
                    report(id, status + " " + header, "is gone");
                }
            });
        });
    }

    private void contents(Use use, String place, JsonNode was, JsonNode is) {
        was.path("content").fields().forEachRemaining(content -> {
            JsonNode now = is.path("content").path(content.getKey());
            if (now.isMissingNode()) {
                int end = place.indexOf(' ');
                report(place.substring(0, end), place.substring(end + 1) + " " + content.getKey(), "is gone");
            } else {
                schemas.compare(use, place, content.getValue().path("schema"), now.path("schema"));
            }
        });
    }

    private void report(String subject, String place, String what) {
        breaks.add(new Break(subject, place, what));
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private static JsonNode resolve(JsonNode document, JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : resolve(document, document.at(reference.substring(1)));
    }
}
