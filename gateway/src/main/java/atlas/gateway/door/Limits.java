package atlas.gateway.door;

import java.util.BitSet;
import java.util.Map;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import atlas.service.problem.Problem.Kind;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/** Refuses addresses and headers that are too long, and addresses that are not written as the standard says (RFC 3986). */
@Singleton
public class Limits {

    // What surrounds a header's name and value on the wire: colon, space, line end.
    private static final int HEADER_OVERHEAD = 4;
    private static final BitSet ALLOWED = characters();

    private final int maxUriLength;
    private final long maxHeaderSize;

    Limits(DoorConfig config) {
        this.maxUriLength = config.maxUriLength();
        this.maxHeaderSize = config.maxHeaderSize().asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, DoorOrder.LIMITS);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        checkLength(request);
        checkAddress(request.uri());
        checkHeaders(request.headers());
        context.next();
    }

    /** Two readers must not be able to differ about where the request ends: a second one could hide behind it. */
    private static void checkLength(HttpServerRequest request) {
        String coding = request.getHeader(HttpHeaders.TRANSFER_ENCODING);
        if (coding != null && (!coding.equalsIgnoreCase("chunked") || request.version() != HttpVersion.HTTP_1_1
                || request.headers().contains(HttpHeaders.CONTENT_LENGTH))) {
            throw Refusal.closing(Kind.INVALID_INPUT, "The length of the body is not clear.");
        }
    }

    private void checkHeaders(MultiMap headers) {
        long size = 0;
        for (Map.Entry<String, String> header : headers) {
            size += header.getKey().length() + header.getValue().length() + HEADER_OVERHEAD;
        }
        if (size > maxHeaderSize) {
            throw Refusal.of(Kind.HEADERS_TOO_LARGE, "The headers are longer than " + maxHeaderSize + " bytes together.");
        }
        if (headers.getAll(HttpHeaders.HOST).size() > 1) {
            throw Refusal.of(Kind.INVALID_INPUT, "There is more than one Host header.");
        }
    }

    private void checkAddress(String uri) {
        if (uri.length() > maxUriLength) {
            throw Refusal.of(Kind.URI_TOO_LONG, "The address is longer than " + maxUriLength + " characters.");
        }
        for (int i = 0; i < uri.length(); i++) {
            char c = uri.charAt(i);
            if (!ALLOWED.get(c) || c == '%' && !isEscape(uri, i)) {
                throw Refusal.of(uri.lastIndexOf('?', i) < 0 ? Kind.BAD_PATH : Kind.INVALID_INPUT,
                        "The address holds a character that must be percent-encoded, at position " + (i + 1) + ".");
            }
        }
    }

    private static boolean isEscape(String uri, int position) {
        return position + 2 < uri.length() && Character.digit(uri.charAt(position + 1), 16) >= 0
                && Character.digit(uri.charAt(position + 2), 16) >= 0;
    }

    private static BitSet characters() {
        BitSet allowed = new BitSet(128);
        allowed.set('a', 'z' + 1);
        allowed.set('A', 'Z' + 1);
        allowed.set('0', '9' + 1);
        "-._~:/?@!$&'()*+,;=%".chars().forEach(allowed::set);
        return allowed;
    }
}
