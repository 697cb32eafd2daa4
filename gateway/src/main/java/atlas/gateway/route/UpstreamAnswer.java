package atlas.gateway.route;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/**
 * What a service said.
 *
 * @param body null when it is still coming
 * @param coming null when the body is whole
 */
public record UpstreamAnswer(int status, MultiMap headers, Buffer body, Download coming) {

    boolean isWhole() {
        return coming == null;
    }
}
