package atlas.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One version of a policy record, as it stands on the wire: in events and in answers alike.
 *
 * @param county FIPS of the county of the registry, or null for a record of a state alone
 * @param factor the factor it speaks of; null when it speaks of a frontier topic
 * @param effectiveFrom first day in force; null when open
 * @param effectiveTo first day no longer in force; null when open
 * @param recordedAt when this version became what we say
 * @param supersededAt when a later version replaced it; null for the current one
 * @param withdrawn true when the record was taken back: it counts for nothing from {@code recordedAt} on
 */
@Schema(description = "One version of a policy record.", requiredProperties = { "id", "version", "county", "state", "scope",
        "agency", "factor", "topic", "stance", "strength", "exceptions", "instrument", "title", "summary", "effectiveFrom",
        "effectiveFromPrecision", "effectiveTo", "effectiveToPrecision", "sources", "recordedAt", "recordedBy", "supersededAt",
        "reason", "withdrawn", "approvedBy" })
public record RecordedPolicy(
        UUID id,
        @Schema(description = "1 for the first version", minimum = "1") int version,
        @Schema(description = "FIPS of the county; null for a record of a state alone", pattern = "\\d{5}", examples = "24031", nullable = true) String county,
        @Schema(description = "postal code of the state", pattern = "[A-Z]{2}", examples = "MD") String state,
        Scope scope,
        @Schema(description = "whose policy it is, for scopes other than COUNTY", nullable = true) String agency,
        @Schema(nullable = true) Factor factor,
        @Schema(nullable = true) FrontierTopic topic,
        Stance stance,
        @Schema(nullable = true) Strength strength,
        @Schema(description = "the exceptions of a PARTIAL protection, in words", nullable = true) String exceptions,
        @Schema(examples = "EXECUTIVE_ORDER") String instrument,
        String title,
        @Schema(nullable = true) String summary,
        @Schema(description = "first day in force; null when open", nullable = true, examples = "2019-07-22") LocalDate effectiveFrom,
        @Schema(nullable = true) DatePrecision effectiveFromPrecision,
        @Schema(description = "first day no longer in force; null when open", nullable = true) LocalDate effectiveTo,
        @Schema(nullable = true) DatePrecision effectiveToPrecision,
        List<Source> sources,
        @Schema(description = "when this version became what we say") Instant recordedAt,
        @Schema(description = "organisation that recorded it") String recordedBy,
        @Schema(description = "when a later version replaced it; null for the current one", nullable = true) Instant supersededAt,
        @Schema(description = "why it was corrected or withdrawn", nullable = true) String reason,
        @Schema(description = "true when the record was taken back") boolean withdrawn,
        @Schema(description = "organisation that approved it, where it was reviewed first", nullable = true) String approvedBy) {

    public RecordedPolicy {
        sources = List.copyOf(sources);
    }

    /** In force on the day: from the first day on, no longer on {@code effectiveTo}. */
    public boolean inForceOn(LocalDate day) {
        return (effectiveFrom == null || !day.isBefore(effectiveFrom)) && (effectiveTo == null || day.isBefore(effectiveTo));
    }
}
