package atlas.scoring.statistics;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

import atlas.scoring.moment.Moment;
import atlas.scoring.nation.Nation;
import atlas.scoring.rubric.PublishedWording;
import atlas.scoring.rubric.Rubric;
import atlas.scoring.tables.ScoreCount;
import atlas.scoring.tables.Tally;

/** The report's second table: how many counties have each score, beside the words it has for them. */
@Schema(description = "The report's second table: how many of the analyzed counties have each score.", requiredProperties = {
        "asOf", "knownAt", "rubric", "state", "counties", "analyzed", "coverage", "items" })
public record ScoreDistribution(
        @Schema(examples = "2019-12-17") LocalDate asOf,
        @Schema(description = "whose knowledge was used: the instant asked for, or else the newest recording that the answer rests on; null when there is none", nullable = true) Instant knownAt,
        @Schema(examples = "ilrc-2019") String rubric,
        @Schema(description = "postal code; null for the nation", nullable = true, examples = "GA") String state,
        @Schema(description = "how many counties there are", examples = "3142") int counties,
        @Schema(description = "how many of them are analyzed", examples = "2960") int analyzed,
        @Schema(description = "the part of the counties that is analyzed, to three digits; null where there are none", nullable = true, examples = "0.942") Double coverage,
        @Schema(description = "every score there can be, zeros too, highest first") List<WordedScoreCount> items) {

    static ScoreDistribution of(Nation nation, Moment moment, TableQuery query) {
        String state = query.stateOrNull();
        Tally tally = Tally.of(moment, nation.countiesIn(state));
        return new ScoreDistribution(moment.asOf(), moment.shownKnownAt(nation, state), moment.rubric().name(), state,
                tally.counties(), tally.analyzed(), tally.coverage(), tally.scores(query.byBasis()).stream()
                        .map(count -> WordedScoreCount.of(count, moment.rubric())).toList());
    }

    /** How many of the analyzed counties have a score, beside what the rubric's source calls it. */
    @Schema(description = "How many of the analyzed counties have a score, beside what the rubric's source calls it.", requiredProperties = {
            "score", "tier", "publishedWording", "counties", "share" })
    public record WordedScoreCount(@Schema(examples = "7") BigDecimal score,
            @Schema(description = "neutral label of the score", examples = "All seven factors protected") String tier,
            @Schema(description = "null where the rubric's source has no words for it", nullable = true) PublishedWording publishedWording,
            @Schema(examples = "121") int counties,
            @Schema(description = "of the analyzed counties, to three digits; null when none is analyzed", nullable = true, examples = "0.041") Double share,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "with split=basis: the protected factors of these counties, by what they rest on; every basis, zeros too") List<ScoreCount.ByBasis> byBasis) {

        private static WordedScoreCount of(ScoreCount count, Rubric rubric) {
            return new WordedScoreCount(count.score(), count.tier(), rubric.tierOf(count.score()).publishedWording(),
                    count.counties(), count.share(), count.byBasis());
        }
    }
}
