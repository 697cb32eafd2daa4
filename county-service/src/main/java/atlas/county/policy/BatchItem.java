package atlas.county.policy;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.service.place.Fips;
import atlas.service.place.StateCode;
import atlas.service.problem.FieldError;
import atlas.service.problem.JsonReading;
import atlas.service.problem.ProblemException;
import atlas.service.write.Author;

/** One item of a batch: a record and its place, or why it is refused, with the places of its errors in the whole body. */
record BatchItem(int index, Place place, RecordPolicy said, ProblemException refusal) {

    /** Reads and checks an item exactly as a write of its own. */
    static BatchItem of(int index, JsonNode item, PolicyAdmission admission, Reader reader) {
        try {
            if (!(item instanceof ObjectNode)) {
                throw ProblemException.invalid(List.of(FieldError.inBody("/", "must be an object")));
            }
            ObjectNode rest = item.deepCopy();
            JsonNode county = taken(rest, "county");
            JsonNode state = taken(rest, "state");
            if ((county == null) == (state == null)) {
                throw ProblemException
                        .invalid(List.of(FieldError.inBody("/county", "is required, unless there is a state alone")));
            }
            RecordPolicy said = JsonReading.read(rest, RecordPolicy.class, reader.json());
            Place place = county != null ? admission.check(reader.place("/county", county, Fips.class), said, reader.author())
                    : admission.check(reader.place("/state", state, StateCode.class), said, reader.author());
            return new BatchItem(index, place, said, null);
        } catch (ProblemException e) {
            return new BatchItem(index, null, null, within(index, item, e));
        }
    }

    boolean isGood() {
        return refusal == null;
    }

    /** The record to add. */
    BulkPolicies.Item addition() {
        return new BulkPolicies.Item(place, null, nothing -> said, null);
    }

    private static JsonNode taken(ObjectNode item, String field) {
        JsonNode value = item.remove(field);
        return value == null || value.isNull() ? null : value;
    }

    /** The same refusal, seen from the whole body; what is wrong with no field in particular is wrong with the place. */
    private static ProblemException within(int index, JsonNode item, ProblemException e) {
        String at = "/items/" + index;
        String place = at + (item.hasNonNull("county") ? "/county" : "/state");
        List<FieldError> errors = e.errors().isEmpty() ? List.of(FieldError.inBody(place, e.getMessage()))
                : e.errors().stream().map(error -> FieldError.inBody(
                        error.pointer() == null ? place : (at + error.pointer()).replaceFirst("/$", ""), error.message()))
                        .toList();
        return new ProblemException(e.kind(), e.getMessage(), errors);
    }

    /** What reading an item takes. */
    record Reader(ObjectMapper json, Author author) {

        <T> T place(String field, JsonNode value, Class<T> type) {
            try {
                return JsonReading.read(value, type, json);
            } catch (ProblemException e) {
                throw ProblemException.invalid(List.of(FieldError.inBody(field, e.errors().get(0).message())));
            }
        }
    }
}
