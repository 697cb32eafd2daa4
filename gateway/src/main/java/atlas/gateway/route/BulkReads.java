package atlas.gateway.route;

import java.io.IOException;
import java.nio.file.Path;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;

/**
 * Reads of the services what no document shows: all of something at once, as everybody may. Not for the threads that serve
 * connections.
 */
@Singleton
public class BulkReads {

    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";

    private final Vertx vertx;
    private final Errands errands;
    private final Upstreams upstreams;
    private final ObjectMapper json;

    BulkReads(Vertx vertx, Errands errands, Upstreams upstreams, ObjectMapper json) {
        this.vertx = vertx;
        this.errands = errands;
        this.upstreams = upstreams;
        this.json = json;
    }

    /** A short answer. */
    public JsonNode document(ServiceName service, String uri) {
        UpstreamAnswer answer = Services.await(upstreams.ask(errands.bulk(service, uri, JSON)));
        check(service, uri, answer);
        try {
            return json.readTree(answer.body().getBytes());
        } catch (IOException e) {
            throw new IllegalStateException(service.id() + " does not write JSON at " + uri, e);
        }
    }

    /** An answer of any length, a JSON value a line, into a file: no more of it is in memory than is on its way. */
    public void lines(ServiceName service, String uri, Path into) {
        Services.await(upstreams.ask(errands.bulk(service, uri, LINES)).compose(answer -> {
            check(service, uri, answer);
            return vertx.fileSystem().open(into.toString(), new OpenOptions().setTruncateExisting(true))
                    .compose(file -> write(answer, file));
        }));
    }

    private static Future<Void> write(UpstreamAnswer answer, AsyncFile file) {
        return answer.isWhole() ? file.end(answer.body()) : answer.coming().into(file);
    }

    private static void check(ServiceName service, String uri, UpstreamAnswer answer) {
        if (answer.status() != 200) {
            if (!answer.isWhole()) {
                answer.coming().leave();
            }
            throw new IllegalStateException(service.id() + " answers " + answer.status() + " at " + uri);
        }
    }
}
