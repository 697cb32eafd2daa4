package atlas.local;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One law or policy of the report, as the request that records it.
 *
 * @param ref its name among the data files
 * @param path of the public API
 * @param body in JSON
 */
record ReportRequest(String ref, String path, String body) {

    private static final String EDITION = "report-2019-";

    static ReportRequest law(JsonNode item) {
        return new ReportRequest(text(item, "ref"), "/v1/laws", body(item));
    }

    static ReportRequest policy(JsonNode item) {
        String path = Optional.ofNullable(item.get("county")).map(county -> "/v1/counties/" + county.asText() + "/policies")
                .orElseGet(() -> "/v1/states/" + text(item, "state") + "/policies");
        return new ReportRequest(text(item, "ref"), path, body(item));
    }

    /** The same for the same item at every attempt, so that nothing is recorded twice. */
    String idempotencyKey() {
        return EDITION + ref;
    }

    private static String body(JsonNode item) {
        JsonNode body = item.path("body");
        if (!body.isObject()) {
            throw new CannotStartException("the data item " + text(item, "ref") + " has no body");
        }
        return body.toString();
    }

    private static String text(JsonNode item, String field) {
        JsonNode value = item.path(field);
        if (!value.isTextual()) {
            throw new CannotStartException("a data item has no " + field + ": " + item);
        }
        return value.asText();
    }
}
