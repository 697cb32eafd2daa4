package atlas.county.imports;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.county.imports.read.RowFields;
import atlas.county.policy.Place;
import atlas.county.policy.RecordPolicy;
import atlas.service.problem.FieldError;
import atlas.service.problem.IdText;
import atlas.service.problem.JsonErrors;
import atlas.service.problem.ProblemException;

/** Reads a row as a record: the rules of its form are those of a single write. */
@ApplicationScoped
class RowReading {

    private static final int LONGEST_KEY = 200;

    private final ObjectMapper json;
    private final PlaceReading places;

    RowReading(ObjectMapper json, PlaceReading places) {
        this.json = json;
        this.places = places;
    }

    /**
     * Reads a row.
     *
     * @param reason of a correction, where the row gives none
     * @throws RefusedRowException when it has not the form of a record
     */
    RowDraft read(StagedRow row, String reason) {
        try {
            ObjectNode fields = fields(row.content());
            UUID id = id(text(fields, "id"));
            String externalId = externalId(text(fields, "externalId"));
            Place place = places.read(text(fields, "county"), text(fields, "countyName"), text(fields, "state"), id != null);
            fields.remove(RowFields.OWN);
            RecordPolicy said = said(fields, reason);
            said.check(place == null || place.county() != null, true);
            return new RowDraft(row.number(), id, externalId, place, said, before -> said);
        } catch (ProblemException refusal) {
            throw RefusedRowException.because(refusal);
        } catch (JsonProcessingException e) {
            throw RefusedRowException.because(JsonErrors.refusal(e));
        }
    }

    private RecordPolicy said(ObjectNode fields, String reason) throws JsonProcessingException {
        RecordPolicy said = json.treeToValue(fields, RecordPolicy.class);
        return said.reason() == null ? said.because(reason) : said;
    }

    private ObjectNode fields(String content) throws JsonProcessingException {
        if (!(json.readTree(content) instanceof ObjectNode fields)) {
            throw new RefusedRowException("The row is not a JSON object.", List.of(), List.of());
        }
        if (fields.hasNonNull(RowFields.PROBLEM)) {
            throw new RefusedRowException(fields.get(RowFields.PROBLEM).asText(), List.of(), List.of());
        }
        List<FieldError> unknown = new ArrayList<>();
        for (Iterator<String> names = fields.fieldNames(); names.hasNext();) {
            String name = names.next();
            if (name.startsWith("_")) {
                names.remove();
            } else if (!RowFields.ALL.contains(name)) {
                unknown.add(new FieldError(name, "/" + name.replace("~", "~0").replace("/", "~1"),
                        "is not a field of a row; known are: " + String.join(", ", RowFields.ALL)));
            }
        }
        if (!unknown.isEmpty()) {
            throw ProblemException.invalid(unknown.subList(0, Math.min(20, unknown.size())));
        }
        gatherSources(fields);
        return fields;
    }

    /** One source in columns of its own, or a list of them as text, becomes the list that a record has. */
    private void gatherSources(ObjectNode fields) throws JsonProcessingException {
        JsonNode sources = fields.get("sources");
        if (sources != null && sources.isTextual()) {
            fields.set("sources", json.readTree(sources.textValue()));
        }
        ObjectNode source = json.createObjectNode();
        for (String field : RowFields.SOURCE) {
            JsonNode value = fields.remove(field);
            if (value != null && !value.isNull()) {
                source.set(Character.toLowerCase(field.charAt(6)) + field.substring(7), value);
            }
        }
        if (!source.isEmpty()) {
            if (fields.hasNonNull("sources")) {
                throw RefusedRowException.field("sources", "must be absent where sourceTitle and its like name the source",
                        List.of());
            }
            fields.putArray("sources").add(source);
        }
    }

    private static String text(ObjectNode fields, String name) {
        JsonNode value = fields.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw RefusedRowException.field(name, "must be a string", List.of());
        }
        return value.textValue().strip();
    }

    private static UUID id(String text) {
        try {
            return text == null ? null : IdText.read(text);
        } catch (IllegalArgumentException e) {
            throw RefusedRowException.field("id", "must be the id of a record, as answers show it", List.of());
        }
    }

    private static String externalId(String text) {
        if (text != null && (text.isEmpty() || text.length() > LONGEST_KEY
                || text.chars().anyMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c)))) {
            throw RefusedRowException.field("externalId",
                    "must have 1 to " + LONGEST_KEY + " characters, no control characters",
                    List.of());
        }
        return text;
    }
}
