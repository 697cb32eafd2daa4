package atlas.gateway.door;

import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;

/**
 * Connections that we are done with. Closing takes a moment, in which a request that lay behind the last one could still come
 * through:
 * it is not heard.
 */
@Singleton
public class EndedConnections {

    private final Cache<HttpConnection, Boolean> ended = Caffeine.newBuilder().weakKeys().build();

    void end(HttpServerRequest request) {
        ended.put(request.connection(), true);
        request.connection().close();
    }

    boolean hold(HttpServerRequest request) {
        return ended.getIfPresent(request.connection()) != null;
    }
}
