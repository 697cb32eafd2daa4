package atlas.scoring.statistics;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonProperty;

import atlas.events.Factor;
import atlas.scoring.moment.Moment;
import atlas.scoring.nation.Nation;
import atlas.scoring.tables.Tally;

/** The report's two tables along time. */
@Schema(description = "The report's two tables along time.", requiredProperties = { "from", "to", "step", "knownAt", "rubric",
        "state", "items" })
public record ScoreTimeline(
        @Schema(examples = "2017-01-01") LocalDate from,
        @Schema(examples = "2019-12-17") LocalDate to,
        Step step,
        @Schema(description = "whose knowledge was used: the instant asked for, or else the newest recording that the answer rests on; null when there is none", nullable = true) Instant knownAt,
        @Schema(examples = "ilrc-2019") String rubric,
        @Schema(description = "postal code; null for the nation", nullable = true, examples = "GA") String state,
        @Schema(description = "the first day, every step after it, and the last day") List<Point> items) {

    /** @param moment the last day, with the knowledge and the rubric to use */
    static ScoreTimeline of(Nation nation, Moment moment, TimelineQuery query) {
        LocalDate from = query.from.value();
        String state = query.stateOrNull();
        List<LocalDate> days = Points.between(from, moment.asOf(), query.step);
        List<Point> points = new ArrayList<>(days.size());
        new CountsAlongTime(days).enter(moment, nation.countiesIn(state))
                .forEach(moment.scorer(), (day, tally) -> points.add(Point.of(day, tally)));
        return new ScoreTimeline(from, moment.asOf(), query.step, moment.shownKnownAt(nation, state),
                moment.rubric().name(), state, points);
    }

    /** The two tables of a day. */
    @Schema(name = "ScoreTimelinePoint", description = "The two tables of a day.", requiredProperties = { "asOf", "counties",
            "analyzed", "coverage", "policyTypes", "scoreDistribution" })
    public record Point(@Schema(examples = "2019-09-01") LocalDate asOf,
            @Schema(description = "how many counties there are", examples = "3142") int counties,
            @Schema(description = "how many of them are analyzed", examples = "2960") int analyzed,
            @Schema(description = "the part of the counties that is analyzed, to three digits; null where there are none", nullable = true, examples = "0.942") Double coverage,
            @Schema(description = "in the rubric's order of factors") List<FactorPoint> policyTypes,
            @Schema(description = "every score there can be, zeros too, highest first") List<ScorePoint> scoreDistribution) {

        static Point of(LocalDate day, Tally tally) {
            return new Point(day, tally.counties(), tally.analyzed(), tally.coverage(),
                    tally.policyTypes(false).stream()
                            .map(count -> new FactorPoint(count.factor(), count.isProtected(), count.share())).toList(),
                    tally.scores(false).stream()
                            .map(count -> new ScorePoint(count.score(), count.counties(), count.share())).toList());
        }
    }

    /** How many of the analyzed counties protect a factor on a day. */
    @Schema(name = "ScoreTimelineFactor", extensions = @Extension(name = "x-key", value = "factor"), description = "How many of the analyzed counties protect a factor on the day.", requiredProperties = {
            "factor", "protected", "share" })
    public record FactorPoint(Factor factor,
            @JsonProperty("protected") @Schema(name = "protected", examples = "715") int isProtected,
            @Schema(description = "of the analyzed counties, to three digits; null when none is analyzed", nullable = true, examples = "0.242") Double share) {
    }

    /** How many of the analyzed counties have a score on a day. */
    @Schema(name = "ScoreTimelineScore", description = "How many of the analyzed counties have a score on the day.", requiredProperties = {
            "score", "counties", "share" })
    public record ScorePoint(@Schema(examples = "7") BigDecimal score, @Schema(examples = "121") int counties,
            @Schema(description = "of the analyzed counties, to three digits; null when none is analyzed", nullable = true, examples = "0.041") Double share) {
    }
}
