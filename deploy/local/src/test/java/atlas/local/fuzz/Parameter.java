package atlas.local.fuzz;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A parameter of an operation; the schema without references, the example null where there is none.
 *
 * @param needs the parameters without which it is refused, with their values
 */
record Parameter(String name, String in, boolean required, JsonNode schema, String example, List<Pair> needs) {

    Parameter {
        needs = List.copyOf(needs);
    }

    /** A call with this parameter, as it is sent, and with those that it needs. */
    Call into(Call call, String encoded) {
        Call with = call.with(name, encoded);
        for (Pair needed : needs) {
            with = with.with(needed.name(), needed.value());
        }
        return with;
    }

    boolean isQuery() {
        return in.equals("query");
    }

    boolean isList() {
        return schema.path("type").asText().equals("array");
    }
}
