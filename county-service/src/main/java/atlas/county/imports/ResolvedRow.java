package atlas.county.imports;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import atlas.county.policy.BulkPolicies.Item;
import atlas.county.policy.Place;
import atlas.county.policy.RecordPolicy;

/**
 * A row of which it is known what record it speaks of.
 *
 * @param record the record; null when it is new
 */
record ResolvedRow(RowDraft draft, UUID record, Place place) {

    /** Names the record within the file: also one that a rehearsal does not make. */
    String identity() {
        if (record != null) {
            return "record " + record;
        }
        String own = draft.externalId() == null ? "like " + draft.likeness() : "key " + draft.externalId();
        return UUID.nameUUIDFromBytes(own.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** @param before what an earlier row would have made it say, in a rehearsal; else null */
    Item item(RecordPolicy before) {
        return new Item(place, record, draft.given(), before);
    }
}
