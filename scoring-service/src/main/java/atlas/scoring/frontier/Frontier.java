package atlas.scoring.frontier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.scoring.moment.Moment;
import atlas.scoring.nation.Nation;

/** The subjects beyond the seven factors, and what is in force on each. */
@Schema(description = "The subjects beyond the seven factors, and what is in force on each. None of it moves a score.", requiredProperties = {
        "asOf", "knownAt", "items", "total", "next" })
public record Frontier(@Schema(examples = "2019-12-17") LocalDate asOf,
        @Schema(description = "whose knowledge was used: the instant asked for, or else the newest recording that the answer rests on; null when there is none", nullable = true) Instant knownAt,
        @Schema(description = "the topics asked for, those without anything in force too") List<FrontierItem> items,
        @Schema(description = "how many topics there are", examples = "6") long total,
        @Schema(description = "always null: all topics are in one answer", nullable = true) String next) {

    static Frontier of(FrontierQuery query, Nation nation, Moment moment) {
        InForce inForce = InForce.of(query, nation, moment);
        List<FrontierItem> items = query.topics().map(topic -> FrontierItem.of(topic, inForce, nation)).toList();
        return new Frontier(moment.asOf(), moment.shownKnownAt(nation, query.stateOrNull()), items, items.size(), null);
    }
}
