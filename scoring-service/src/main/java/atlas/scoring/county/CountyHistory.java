package atlas.scoring.county;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

import atlas.scoring.moment.Moment;
import atlas.scoring.nation.County;

/**
 * A county's results over all time, oldest first: the spans follow each other without a gap, and neighbours differ.
 */
@Schema(description = "A county's results over all time, oldest first: the spans follow each other without a gap, and neighbours differ.", requiredProperties = {
        "fips", "name", "state", "knownAt", "rubric", "items", "total", "next" })
public record CountyHistory(
        @Schema(description = "five-digit FIPS code", pattern = "\\d{5}", examples = "24031") String fips,
        @Schema(examples = "Montgomery County") String name,
        @Schema(examples = "MD") String state,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "the code asked for, where it is an older or newer one of this county", pattern = "\\d{5}") String requestedFips,
        @Schema(description = "whose knowledge was used: the instant asked for, or else the newest recording that the answer rests on") Instant knownAt,
        @Schema(examples = "ilrc-2019") String rubric,
        List<SegmentView> items,
        @Schema(description = "how many spans there are") long total,
        @Schema(description = "always null: all spans are in one answer", nullable = true) String next) {

    static CountyHistory of(Found found, Moment moment) {
        County county = found.county();
        List<SegmentView> segments = moment.timeline(county).segments().stream()
                .map(segment -> SegmentView.of(segment, county, moment)).toList();
        return new CountyHistory(county.fips(), county.registration().name(), county.state(), found.requestedFips(),
                moment.shownKnownAt(county), moment.rubric().name(), segments, segments.size(), null);
    }
}
