package atlas.gateway.route;

import atlas.gateway.door.MediaTypes;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/** What the gateway asks of a service. */
record Errand(ServiceName service, String method, String uri, MultiMap headers, Load load) {

    /** Whether asking twice does no harm. */
    boolean isRepeatable() {
        return method.equals("GET");
    }

    /** Whether it may be under way for minutes, there or back. */
    boolean isLong() {
        String accept = headers.get(HttpHeaders.ACCEPT);
        return load.isLong() || accept != null && !MediaTypes.isJson(accept);
    }
}
