package atlas.service.submission;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Compares two objects field by field: a field that is missing says as little as one that is null. */
final class Difference {

    private Difference() {
    }

    static List<FieldDifference> between(ObjectNode before, ObjectNode after) {
        Set<String> fields = new LinkedHashSet<>();
        after.fieldNames().forEachRemaining(fields::add);
        before.fieldNames().forEachRemaining(fields::add);
        List<FieldDifference> differences = new ArrayList<>();
        for (String field : fields) {
            JsonNode was = said(before, field);
            JsonNode becomes = said(after, field);
            if (!was.equals(becomes)) {
                differences.add(new FieldDifference(field, was, becomes));
            }
        }
        return differences;
    }

    private static JsonNode said(ObjectNode object, String field) {
        JsonNode value = object.get(field);
        return value == null ? NullNode.instance : value;
    }
}
