package atlas.gateway.route;

import java.util.List;
import java.util.Set;

import atlas.gateway.door.QueryRules;
import atlas.gateway.door.RequestTimes;

/**
 * One thing that can be done over the public API, and what a request for it may hold.
 *
 * @param template the path with its variables, as {@code /v1/counties/{fips}}
 * @param headers that the service wants to see
 * @param produces the media types of the answer, the usual one first
 * @param consumes the media types of the body; empty when it takes none
 * @param needsKey whether it changes something, or shows what is not for everybody
 */
record Operation(ServiceName service, String method, String template, QueryRules query, Set<String> headers,
        List<String> produces, Set<String> consumes, boolean bodyRequired, boolean needsKey, RequestTimes.Subject subject) {

    Operation {
        headers = Set.copyOf(headers);
        produces = List.copyOf(produces);
        consumes = Set.copyOf(consumes);
    }

    boolean isWrite() {
        return needsKey && !method.equals("GET");
    }

    boolean takesBody() {
        return !consumes.isEmpty();
    }
}
