package atlas.events.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A change of a published schema that needs a new version: what a reader of the one before could stumble over, or what would
 * call
 * messages wrong that are on the topics. Free are new fields that need not be there, more values of an open enumeration, and
 * words.
 */
record Breach(String at, String what) {

    private static final Set<String> WORDS = Set.of("title", "description", "examples", "$comment", "deprecated", "$schema",
            "$defs", "$ref");
    private static final String OPEN = "x-extensible-enum";

    static List<Breach> between(JsonNode published, JsonNode present) {
        Comparison comparison = new Comparison(published, present, new ArrayList<>());
        comparison.compare("", published, present);
        return comparison.found();
    }

    private record Comparison(JsonNode publishedRoot, JsonNode presentRoot, List<Breach> found) {

        void compare(String at, JsonNode publishedOrReference, JsonNode presentOrReference) {
            JsonNode published = resolve(publishedRoot, publishedOrReference);
            JsonNode present = resolve(presentRoot, presentOrReference);
            if (published.isArray()) {
                compareEach(at, published, present);
            } else if (!published.isObject()) {
                check(published.equals(present), at, "was " + published + ", is " + present);
            } else {
                rules(published, present).forEach(rule -> compareRule(at, rule, published.path(rule), present.path(rule)));
            }
        }

        private void compareRule(String at, String rule, JsonNode published, JsonNode present) {
            switch (rule) {
                case "properties" -> published.properties().forEach(field -> {
                    JsonNode now = present.path(field.getKey());
                    check(!now.isMissingNode(), at + "/" + field.getKey(), "is gone");
                    if (!now.isMissingNode()) {
                        compare(at + "/" + field.getKey(), field.getValue(), now);
                    }
                });
                case "required" -> check(texts(published).equals(texts(present)), at,
                        "always there were " + texts(published) + ", are " + texts(present));
                case OPEN -> check(texts(present).containsAll(texts(published)), at,
                        "values were " + texts(published) + ", are " + texts(present));
                case "type", "enum" -> check(texts(published).equals(texts(present)), at,
                        rule + " was " + published + ", is " + present);
                default -> compare(at + "/" + rule, published, present);
            }
        }

        private void compareEach(String at, JsonNode published, JsonNode present) {
            check(published.size() == present.size(), at, "was " + published + ", is " + present);
            for (int i = 0; i < Math.min(published.size(), present.size()); i++) {
                compare(at + "/" + i, published.get(i), present.get(i));
            }
        }

        private void check(boolean holds, String at, String what) {
            if (!holds) {
                found.add(new Breach(at, what));
            }
        }

        private static JsonNode resolve(JsonNode root, JsonNode schema) {
            return schema.has("$ref") ? resolve(root, root.at(schema.get("$ref").textValue().substring(1))) : schema;
        }

        private static Set<String> rules(JsonNode published, JsonNode present) {
            Set<String> rules = new TreeSet<>();
            published.fieldNames().forEachRemaining(rules::add);
            present.fieldNames().forEachRemaining(rules::add);
            rules.removeAll(WORDS);
            return rules;
        }

        private static Set<String> texts(JsonNode textOrList) {
            Set<String> texts = new TreeSet<>();
            if (textOrList.isTextual()) {
                texts.add(textOrList.textValue());
            }
            StreamSupport.stream(textOrList.spliterator(), false).forEach(text -> texts.add(text.asText()));
            return texts;
        }
    }
}
