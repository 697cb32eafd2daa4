package atlas.gateway.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Tells in the published document what answers to reads say of caches and of how often may be asked. */
final class DescribedReads {

    private DescribedReads() {
    }

    static void apply(ObjectNode document) {
        document.path("paths").forEach(path -> {
            JsonNode answer = path.at("/get/responses/200");
            if (answer.isObject()) {
                ObjectNode headers = ((ObjectNode) answer).withObjectProperty("headers");
                ProblemResponses.header(headers, "Cache-Control", "CacheControl");
                if (!answer.at("/content").has("text/event-stream")) {
                    ProblemResponses.header(headers, "RateLimit", "RateLimit");
                    ProblemResponses.header(headers, "RateLimit-Policy", "RateLimitPolicy");
                }
            }
        });
    }
}
