package atlas.gateway.route;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import atlas.gateway.door.Refusal;
import atlas.gateway.format.Shape;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;

/**
 * The shapes of the counties, which county-service has. They never change, and are asked for once: when the first map is
 * wanted, and again with each map until they are here.
 */
@Singleton
public class Shapes {

    private static final Logger LOG = Logger.getLogger(Shapes.class);
    private static final String ALL = "/internal/shapes";
    private static final String JSON = "application/json";
    private static final int OK = 200;

    private final Errands errands;
    private final Upstreams upstreams;
    private final ObjectMapper json;
    private Future<Map<String, Shape>> shapes;

    Shapes(Errands errands, Upstreams upstreams, ObjectMapper json) {
        this.errands = errands;
        this.upstreams = upstreams;
        this.json = json;
    }

    /** All of them by FIPS code; it fails with a refusal when they cannot be had. */
    public synchronized Future<Map<String, Shape>> all() {
        if (shapes != null && shapes.succeeded()) {
            return Future.succeededFuture(shapes.result()); // not on the thread of whoever asked first
        }
        if (shapes == null || shapes.failed()) {
            shapes = upstreams.ask(errands.bulk(ServiceName.COUNTY, ALL, JSON)).map(this::read)
                    .recover(failure -> Future.failedFuture(missing(failure)));
        }
        return shapes;
    }

    private Map<String, Shape> read(UpstreamAnswer answer) {
        if (answer.status() != OK) {
            throw new IllegalStateException("county-service answered " + answer.status());
        }
        Map<String, Shape> read = new HashMap<>();
        for (JsonNode county : tree(answer.body())) {
            String point = "{\"type\":\"Point\",\"coordinates\":[" + county.path("longitude").asText() + ','
                    + county.path("latitude").asText() + "]}";
            read.put(county.path("fips").asText(), new Shape(point, county.path("geometry").toString()));
        }
        LOG.infof("%d shapes of counties are here", read.size());
        return Map.copyOf(read);
    }

    private JsonNode tree(Buffer body) {
        try {
            return json.readTree(body.getBytes());
        } catch (IOException e) {
            throw new IllegalStateException("county-service does not write JSON", e);
        }
    }

    private static Refusal missing(Throwable failure) {
        LOG.warnf("the shapes of the counties cannot be had: %s", failure.toString());
        return Refusal.unavailable("The shapes of the counties cannot be had at the moment: with geometry=none, or as JSON or"
                + " CSV, the same is here without them.");
    }
}
