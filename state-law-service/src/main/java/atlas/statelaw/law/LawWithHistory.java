package atlas.statelaw.law;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

import atlas.events.RecordedLaw;

/**
 * A law, and all its versions, the first one first.
 *
 * @param asOf the day that was asked about; absent when none was
 * @param inForce whether it is in force that day by its own dates, whatever courts did with it; a withdrawn one never is
 */
@Schema(description = "A law as it is, or was at known_at, and all its versions, the first one first.", requiredProperties = {
        "id", "version", "state", "title", "citation", "instrument", "direction", "binds", "enacted", "enactedPrecision",
        "effectiveFrom", "effectiveFromPrecision", "effectiveTo", "effectiveToPrecision", "effects", "courtHistory", "topics",
        "summary", "sources", "recordedAt", "recordedBy", "supersededAt", "reason", "withdrawn", "approvedBy", "versions" })
public record LawWithHistory(@JsonUnwrapped RecordedLaw law, List<RecordedLaw> versions,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "the day that was asked about; absent when none was") LocalDate asOf,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "whether it is in force that day by its own dates") Boolean inForce) {

    static LawWithHistory of(List<RecordedLaw> versions, LocalDate asOf) {
        RecordedLaw last = versions.get(versions.size() - 1);
        return new LawWithHistory(last, versions, asOf, asOf == null ? null : !last.withdrawn() && last.inEffectOn(asOf));
    }
}
