package atlas.kubernetes;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** Finds what did not survive being read: a word that is none of a choice is dropped without one. */
final class Lost {

    private Lost() {
    }

    /** The first value that was given and was not kept, as a path and what it says. */
    static Optional<String> first(JsonNode given, JsonNode kept, String path) {
        if (kept == null || kept.isNull()) {
            return isNothing(given) ? Optional.empty() : Optional.of(path + " has no meaning: " + given);
        }
        if (given.isObject()) {
            return given.properties().stream()
                    .flatMap(field -> first(field.getValue(), kept.get(field.getKey()), path + "." + field.getKey()).stream())
                    .findFirst();
        }
        for (int at = 0; given.isArray() && at < given.size(); at++) {
            Optional<String> lost = first(given.get(at), kept.get(at), path + "[" + at + "]");
            if (lost.isPresent()) {
                return lost;
            }
        }
        return Optional.empty();
    }

    /** What some classes leave out when they are written again. */
    private static boolean isNothing(JsonNode given) {
        return given.isContainerNode() && given.isEmpty() || given.isBoolean() && !given.booleanValue();
    }
}
