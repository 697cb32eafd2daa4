package atlas.gateway.route;

import java.time.Duration;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;

/** What a request to a service carries. */
interface Load {

    /** Sends the request with its load; the service may take so long to answer from the end of it. */
    Future<HttpClientResponse> sendWith(HttpClientRequest request, Duration patience);

    /** Whether it may be under way for minutes. */
    default boolean isLong() {
        return false;
    }

    /** A body that is all here; null when there is none. */
    static Load of(Buffer body) {
        return (request, patience) -> {
            request.idleTimeout(patience.toMillis());
            return body == null ? request.send() : request.send(body);
        };
    }
}
