package atlas.gateway.route;

import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.service.problem.Problem;
import atlas.service.problem.Problem.Kind;

/** Describes each sort of refusal once, under its own name, for the operations to refer to. */
final class ProblemResponses {

    private ProblemResponses() {
    }

    static void describe(ObjectNode document) {
        ObjectNode responses = document.withObjectProperty("components").withObjectProperty("responses");
        for (Kind kind : Kind.values()) {
            responses.set(name(kind), response(document, kind));
        }
    }

    /** A reference to the description of a sort of refusal. */
    static ObjectNode reference(ObjectNode document, Kind kind) {
        return document.objectNode().put("$ref", "#/components/responses/" + name(kind));
    }

    private static ObjectNode response(ObjectNode document, Kind kind) {
        ObjectNode response = document.objectNode().put("description", kind.title() + ".");
        ObjectNode headers = response.putObject("headers");
        header(headers, "X-Request-Id", "XRequestId");
        switch (kind) {
            case UNAUTHENTICATED -> header(headers, "WWW-Authenticate", "WWWAuthenticate");
            case METHOD_NOT_ALLOWED -> header(headers, "Allow", "Allow");
            case UNAVAILABLE -> header(headers, "Retry-After", "RetryAfter");
            case TOO_MANY_REQUESTS -> {
                header(headers, "Retry-After", "RetryAfter");
                header(headers, "RateLimit", "RateLimit");
                header(headers, "RateLimit-Policy", "RateLimitPolicy");
            }
            default -> {
                // no header of its own
            }
        }
        ObjectNode content = response.putObject("content").putObject(Problem.MEDIA_TYPE);
        content.putObject("schema").put("$ref", "#/components/schemas/Problem");
        content.putObject("example").put("type", "/problems/" + kind.slug()).put("title", kind.title())
                .put("status", kind.status()).put("requestId", "0d7c3a4e-6a0e-4a52-9a55-0c9f3b7e6d11");
        return response;
    }

    static void header(ObjectNode headers, String name, String component) {
        headers.putObject(name).put("$ref", "#/components/headers/" + component);
    }

    private static String name(Kind kind) {
        StringBuilder name = new StringBuilder();
        for (String word : kind.slug().split("-")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }
}
