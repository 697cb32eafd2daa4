package atlas.scoring.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.scoring.moment.Moment;

/** What would change. */
@Schema(description = "What would change.", requiredProperties = { "asOf", "knownAt", "rubric", "state", "changed", "increased",
        "decreased", "items", "total", "before", "after", "notes" })
public record Simulation(
        @Schema(examples = "2020-01-01") LocalDate asOf,
        @Schema(description = "whose knowledge was used: the instant asked for, or else the newest recording that the answer rests on; null when there is none", nullable = true) Instant knownAt,
        @Schema(examples = "ilrc-2019") String rubric,
        @Schema(description = "the state whose counties are shown and counted; null for the nation", nullable = true, examples = "TX") String state,
        @Schema(description = "counties whose result would be another: status, score, or a factor's protected, basis, preempted or conflict", examples = "254") int changed,
        @Schema(description = "of these, counties that would score higher; one without information stands at what the rubric assumes", examples = "3") int increased,
        @Schema(description = "of these, counties that would score lower; one without information stands at what the rubric assumes", examples = "0") int decreased,
        @Schema(description = "the counties whose result would be another, in FIPS order") List<SimulatedCounty> items,
        @Schema(description = "how many items there are: all of them are here", examples = "254") int total,
        @Schema(description = "all counties on record") SimulatedTables before,
        @Schema(description = "all counties with what is supposed") SimulatedTables after,
        @Schema(description = "what is supposed and changes nothing on the day, with the reason", examples = "[\"laws[0] is not in force on 2020-01-01\"]") List<String> notes) {

    static Simulation of(Comparison comparison, About about) {
        List<SimulatedCounty> changed = comparison.changed();
        return new Simulation(about.moment().asOf(), about.knownAt(), about.moment().rubric().name(), about.state(),
                changed.size(), comparison.increased(), comparison.decreased(), changed, changed.size(),
                SimulatedTables.of(comparison.before()), SimulatedTables.of(comparison.after()), about.notes());
    }

    /** What a simulation is about. */
    record About(Moment moment, Instant knownAt, String state, List<String> notes) {
    }
}
