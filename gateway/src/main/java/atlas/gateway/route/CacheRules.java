package atlas.gateway.route;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;

import jakarta.inject.Singleton;

import atlas.gateway.door.QueryRules;
import atlas.gateway.key.Caller;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** What caches may do with the answer to a read (RFC 9111), when whoever gives the answer says nothing of it. */
@Singleton
public class CacheRules {

    /**
     * By what answers differ. A shared cache holds answers for everybody: a request with a key is not to be answered from it,
     * since its
     * sender may have written a moment ago, or its key be none. Not by Origin: every page gets the same.
     */
    public static final CharSequence VARY = HttpHeaders.createOptimized("Accept, Accept-Encoding, Authorization");
    public static final CharSequence NOTHING = HttpHeaders.createOptimized("no-store");
    private static final CharSequence ALONE = HttpHeaders.createOptimized("private, no-cache");
    private static final String KNOWN_AT = "known_at";

    private final Clock clock;
    private final Duration settled;
    private final CharSequence open;
    private final CharSequence pinned;
    private final CharSequence documents;

    CacheRules(CacheConfig config, Clock clock) {
        this.clock = clock;
        this.settled = config.settled();
        this.open = HttpHeaders.createOptimized(
                "public, max-age=0, s-maxage=" + config.shared().toSeconds() + ", must-revalidate");
        this.pinned = HttpHeaders.createOptimized("public, max-age=" + config.pinned().toSeconds());
        this.documents = HttpHeaders.createOptimized("public, max-age=" + config.documents().toSeconds());
    }

    /** Of an operation: a key's own; what is pinned for long; all else of the public's until the next write could show. */
    CharSequence of(Operation operation, Caller caller, HttpServerRequest request) {
        if (operation.needsKey() || !caller.isAnonymous()) {
            return ALONE;
        }
        return isPinned(operation.query(), request) ? pinned : open;
    }

    /** Of what changes with the next write or release. */
    public CharSequence open() {
        return open;
    }

    /** Of what changes with a release at the most. */
    public CharSequence documents() {
        return documents;
    }

    /** Whether both clocks stand still: the day that is asked about, and an instant that lies long enough behind us. */
    private boolean isPinned(QueryRules known, HttpServerRequest request) {
        String query = request.query();
        if (query == null || !query.contains(KNOWN_AT + "=") || !known.has(KNOWN_AT)) {
            return false;
        }
        boolean day = known.has("as_of") && isGiven(request, "as_of");
        boolean span = known.has("to") && isGiven(request, "from") && isGiven(request, "to");
        return (day || span) && isSettled(request.getParam(KNOWN_AT));
    }

    private static boolean isGiven(HttpServerRequest request, String parameter) {
        return request.getParam(parameter) != null;
    }

    private boolean isSettled(String knownAt) {
        try {
            return OffsetDateTime.parse(knownAt.replace(' ', '+')).toInstant().isBefore(clock.instant().minus(settled));
        } catch (DateTimeException e) {
            return false; // the service refuses it
        }
    }
}
