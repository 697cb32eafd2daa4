package atlas.local;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;

/**
 * A change that a partner wants, once, however often it has to ask.
 *
 * @param base the version that it changes, 0 for something new
 */
record Write(String method, String path, String body, int base, String idempotencyKey) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    boolean isLaw() {
        return path.startsWith("/v1/laws");
    }

    HttpRequest request(String gateway, String key) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(gateway + path))
                .header("Authorization", "Bearer " + key).header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey).timeout(PATIENCE)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        return (base == 0 ? request : request.header("If-Match", "\"" + base + "\"")).build();
    }
}
