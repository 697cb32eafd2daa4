package atlas.gateway.route;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/**
 * What the gateway asks of a service.
 *
 * @param body null when there is none
 */
record Errand(ServiceName service, String method, String uri, MultiMap headers, Buffer body) {

    /** Whether asking twice does no harm. */
    boolean isRepeatable() {
        return method.equals("GET");
    }
}
