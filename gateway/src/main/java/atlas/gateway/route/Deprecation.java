package atlas.gateway.route;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import atlas.gateway.door.HttpDate;

/**
 * That an operation should be used no longer, since when, and from when on it cannot be (RFC 9745, RFC 8594). Days begin at
 * midnight UTC.
 *
 * @param sunset null while nobody knows
 * @param successor the path, maybe with variables of the same path, of what takes its place; null when nothing does
 */
record Deprecation(LocalDate since, LocalDate sunset, String successor) {

    static final String SINCE = "x-deprecated-since";
    static final String SUNSET = "x-sunset";
    static final String SUCCESSOR = "x-successor";
    private static final String FOR_PEOPLE = "</docs>; rel=\"%s\"; type=\"text/html\"";

    /**
     * As an operation of a document says it.
     *
     * @throws DocumentConflictException when that contradicts itself
     */
    static Optional<Deprecation> of(String name, JsonNode operation) {
        boolean marked = operation.path("deprecated").asBoolean();
        require(marked || !operation.has(SINCE) && !operation.has(SUNSET) && !operation.has(SUCCESSOR), name,
                "says when it is deprecated, and not that it is: add deprecated: true");
        if (!marked) {
            return Optional.empty();
        }
        LocalDate since = day(name, operation, SINCE);
        require(since != null, name, "is deprecated and does not say since when: add " + SINCE);
        LocalDate sunset = day(name, operation, SUNSET);
        require(sunset == null || sunset.isAfter(since), name, "ends (" + SUNSET + ") before anybody was told (" + SINCE + ")");
        return Optional.of(new Deprecation(since, sunset, operation.path(SUCCESSOR).asText(null)));
    }

    boolean isOver(LocalDate todayUtc) {
        return sunset != null && !todayUtc.isBefore(sunset);
    }

    String deprecationHeader() {
        return "@" + since.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }

    String sunsetHeader() {
        return HttpDate.of(sunset.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /**
     * Where to read about it, and what to use instead.
     *
     * @param template the path of the operation, and what it was in the request
     */
    List<String> links(String template, String path) {
        List<String> links = new ArrayList<>();
        links.add(String.format(FOR_PEOPLE, "deprecation"));
        if (sunset != null) {
            links.add(String.format(FOR_PEOPLE, "sunset"));
        }
        if (successor != null) {
            links.add("<" + successorOf(template, path) + ">; rel=\"successor-version\"");
        }
        return links;
    }

    /** The successor's path with the request's own values for the variables. */
    String successorOf(String template, String path) {
        String filled = successor;
        String[] names = template.split("/");
        String[] values = path.split("/");
        for (int i = 0; i < names.length; i++) {
            if (names[i].startsWith("{")) {
                filled = filled.replace(names[i], values[i]);
            }
        }
        return filled;
    }

    private static LocalDate day(String name, JsonNode operation, String field) {
        if (!operation.has(field)) {
            return null;
        }
        try {
            return LocalDate.parse(operation.get(field).asText());
        } catch (DateTimeException e) {
            throw new DocumentConflictException(name + " has a " + field + " that is no day: " + operation.get(field));
        }
    }

    static void require(boolean condition, String name, String fault) {
        if (!condition) {
            throw new DocumentConflictException(name + " " + fault);
        }
    }
}
