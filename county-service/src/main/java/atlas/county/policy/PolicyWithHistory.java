package atlas.county.policy;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

import atlas.events.RecordedPolicy;

/**
 * A record, and all its versions, the first one first.
 *
 * @param asOf the day that was asked about; absent when none was
 * @param inForce whether it is in force that day; a withdrawn one never is
 */
@Schema(description = "A policy record as it is, or was at known_at, and all its versions, the first one first.", requiredProperties = {
        "id", "version", "county", "state", "scope", "agency", "factor", "topic", "stance", "strength", "exceptions",
        "instrument", "title", "summary", "effectiveFrom", "effectiveFromPrecision", "effectiveTo", "effectiveToPrecision",
        "sources", "recordedAt", "recordedBy", "supersededAt", "reason", "withdrawn", "approvedBy", "versions" })
public record PolicyWithHistory(@JsonUnwrapped RecordedPolicy policy, List<RecordedPolicy> versions,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "the day that was asked about; absent when none was") LocalDate asOf,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "whether it is in force that day") Boolean inForce) {

    static PolicyWithHistory of(List<RecordedPolicy> versions, LocalDate asOf) {
        RecordedPolicy last = versions.get(versions.size() - 1);
        return new PolicyWithHistory(last, versions, asOf, asOf == null ? null : !last.withdrawn() && last.inForceOn(asOf));
    }
}
