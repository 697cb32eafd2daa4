package atlas.scoring.state;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.scoring.rubric.Rubric;
import atlas.scoring.rubric.Scorecard;

/** How many counties have a score. */
@Schema(description = "How many counties have a score.", requiredProperties = { "score", "tier", "counties" })
public record ScoreCount(@Schema(examples = "7") BigDecimal score, String tier, long counties) {

    /** One entry for every score that there can be, zeros too, highest first. */
    static List<ScoreCount> distribution(Rubric rubric, List<Scorecard> results) {
        Map<BigDecimal, Long> counts = new TreeMap<>((a, b) -> b.compareTo(a));
        rubric.attainableScores().forEach(score -> counts.put(score, 0L));
        results.stream().filter(Scorecard::analyzed).forEach(result -> counts.merge(result.score(), 1L, Long::sum));
        return counts.entrySet().stream()
                .map(entry -> new ScoreCount(entry.getKey(), rubric.tierOf(entry.getKey()).label(), entry.getValue()))
                .toList();
    }
}
