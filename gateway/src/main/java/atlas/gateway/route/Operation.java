package atlas.gateway.route;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import atlas.gateway.door.QueryRules;
import atlas.gateway.door.RequestTimes;
import atlas.gateway.format.Formats;

/**
 * One thing that can be done over the public API, and what a request for it may hold.
 *
 * @param template the path with its variables, as {@code /v1/counties/{fips}}
 * @param headers that the service wants to see
 * @param produces the media types of the answer, the usual one first
 * @param formats in which forms its answers can be had beside
 * @param body what it takes as one
 * @param needsKey whether it changes something, or shows what is not for everybody
 * @param scopes of which a key must have one; empty when the document does not say
 * @param deprecation present when it is to go
 */
record Operation(ServiceName service, String method, String template, QueryRules query, Set<String> headers,
        List<String> produces, Formats formats, BodyRules body, boolean needsKey, Set<String> scopes,
        Optional<Deprecation> deprecation, RequestTimes.Subject subject) {

    private static final String EVENTS = "text/event-stream";

    Operation {
        headers = Set.copyOf(headers);
        produces = List.copyOf(produces);
        scopes = Set.copyOf(scopes);
    }

    /** Whether the answer goes on and on. */
    boolean isStream() {
        return produces.contains(EVENTS);
    }

    boolean isWrite() {
        return needsKey && !method.equals("GET");
    }

    /** Whether the document leaves it to a key with these scopes. */
    boolean isOpenTo(Set<String> held) {
        return scopes.isEmpty() || scopes.stream().anyMatch(held::contains);
    }

    /**
     * What an operation takes as a body.
     *
     * @param types its media types; none when it takes no body
     * @param largest its length in bytes, when that is not the usual; such a body is passed on as it comes
     */
    record BodyRules(Set<String> types, boolean required, OptionalLong largest) {

        static final BodyRules NONE = new BodyRules(Set.of(), false, OptionalLong.empty());

        BodyRules {
            types = Set.copyOf(types);
        }

        boolean isTaken() {
            return !types.isEmpty();
        }

        boolean isStreamed() {
            return largest.isPresent();
        }
    }
}
