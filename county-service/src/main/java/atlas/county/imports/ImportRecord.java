package atlas.county.imports;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.county.policy.Instrument;
import atlas.events.DatePrecision;
import atlas.events.Factor;
import atlas.events.FrontierTopic;
import atlas.events.Scope;
import atlas.events.Source;
import atlas.events.Stance;
import atlas.events.Strength;

/** What a row may say, for readers of the API's document: rows are read field by field, so that a bad one is told of. */
@Schema(name = "ImportRecord", description = "A row: the fields of a policy record, where it belongs, and which record it corrects.", requiredProperties = {
        "stance", "instrument", "title" })
record ImportRecord(@Schema(description = "the record to correct", nullable = true, format = "uuid") String id,
        @Schema(description = "the sender's own key of the record", maxLength = 200, nullable = true) String externalId,
        @Schema(description = "FIPS of the county, leading zero kept; either this or the state", pattern = "\\d{5}", nullable = true) String county,
        @Schema(description = "only to be told candidates: a county is never guessed by its name", nullable = true) String countyName,
        @Schema(pattern = "[A-Z]{2}", nullable = true) String state,
        @Schema(nullable = true) Scope scope, @Schema(nullable = true) String agency, @Schema(nullable = true) Factor factor,
        @Schema(nullable = true) FrontierTopic topic, Stance stance, @Schema(nullable = true) Strength strength,
        @Schema(nullable = true) String exceptions, Instrument instrument, String title,
        @Schema(nullable = true) String summary,
        @Schema(nullable = true) String effectiveFrom, @Schema(nullable = true) DatePrecision effectiveFromPrecision,
        @Schema(nullable = true) String effectiveTo, @Schema(nullable = true) DatePrecision effectiveToPrecision,
        @Schema(description = "or sourceTitle and its like", nullable = true) List<Source> sources,
        @Schema(nullable = true) String sourceTitle, @Schema(nullable = true) String sourceUrl,
        @Schema(nullable = true) String sourceArchivedUrl, @Schema(nullable = true) String sourcePage,
        @Schema(nullable = true) String sourceRetrievedOn,
        @Schema(description = "of a correction; absent: the import", nullable = true) String reason) {
}
