package atlas.gateway.route;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/** What a service said, whole. */
public record UpstreamAnswer(int status, MultiMap headers, Buffer body) {
}
