package atlas.county.policy;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.databind.JsonNode;

import atlas.service.place.Fips;
import atlas.service.place.StateCode;
import atlas.service.problem.Violations;

/**
 * New records, sent together.
 *
 * @param items read one by one, so that each has a result of its own
 */
@Schema(description = "New policy records, sent together.", requiredProperties = { "mode", "items" })
public record PolicyBatch(
        @Schema(description = "atomic: all of them or, when one is not good, none; each: every good one") BatchMode mode,
        @Schema(type = SchemaType.ARRAY, implementation = Item.class, minItems = 1, maxItems = 1000) List<JsonNode> items) {

    private static final int MOST = 1_000;

    void check() {
        boolean some = items != null && !items.isEmpty();
        new Violations().require(mode != null, "/mode", "is required: atomic or each")
                .require(some, "/items", "must hold at least one record")
                .require(!some || items.size() <= MOST, "/items", "must not be more than " + MOST).check();
    }

    /** What an item looks like: a record, and its place. */
    @Schema(name = "PolicyBatchItem", description = "A policy record with its place.", allOf = { Place.class,
            RecordPolicy.class })
    public interface Item {
    }

    /** Where an item's record belongs. */
    @Schema(name = "PolicyPlace", description = "Where a record belongs: a county, or a state alone.")
    public record Place(@Schema(description = "either this or state", nullable = true) Fips county,
            @Schema(description = "for a record of a state alone", nullable = true) StateCode state) {
    }
}
