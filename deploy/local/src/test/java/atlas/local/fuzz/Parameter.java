package atlas.local.fuzz;

import com.fasterxml.jackson.databind.JsonNode;

/** A parameter of an operation; the schema without references, the example null where there is none. */
record Parameter(String name, String in, boolean required, JsonNode schema, String example) {

    boolean isQuery() {
        return in.equals("query");
    }

    boolean isList() {
        return schema.path("type").asText().equals("array");
    }
}
