package atlas.scoring.county;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.scoring.moment.Moment;
import atlas.scoring.nation.County;
import atlas.scoring.rubric.Status;
import atlas.scoring.timeline.Segment;

/** A span of days on which a county's result stays the same. */
@Schema(name = "HistorySegment", description = "A span of days on which a county's result stays the same.", requiredProperties = {
        "from", "to", "status", "score", "documentedFactors", "factors", "causes" })
public record SegmentView(
        @Schema(description = "its first day; null when it has no beginning", nullable = true, examples = "2019-07-22") LocalDate from,
        @Schema(description = "the first day after it; null when it has no end", nullable = true) LocalDate to,
        Status status,
        @Schema(description = "null without information", nullable = true, examples = "5") BigDecimal score,
        @Schema(description = "how many factors rest on something that is on record") int documentedFactors,
        @Schema(description = "the seven factors, without their sources") List<FactorView> factors,
        @Schema(description = "what began, ended or was decided by a court on its first day") List<CauseView> causes) {

    public static SegmentView of(Segment segment, County county, Moment moment) {
        List<CauseView> causes = segment.from() == null ? List.of()
                : county.turnsOn(segment.from(), moment.knownAt()).stream().map(CauseView::of).toList();
        return new SegmentView(segment.from(), segment.to(), segment.result().status(), segment.result().score(),
                segment.result().documentedFactors(),
                segment.result().factors().stream().map(FactorView::withoutSources).toList(), causes);
    }
}
