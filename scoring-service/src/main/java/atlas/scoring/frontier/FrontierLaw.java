package atlas.scoring.frontier;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.events.Binding;
import atlas.events.DatePrecision;
import atlas.events.Direction;
import atlas.events.RecordedLaw;
import atlas.events.Source;
import atlas.scoring.facts.LawFact;

/** A law in force that carries a topic. */
@Schema(description = "A law in force that carries the topic.", requiredProperties = { "id", "state", "title", "citation",
        "instrument", "direction", "binds", "effectiveFrom", "effectiveFromPrecision", "summary", "sources" })
public record FrontierLaw(UUID id, @Schema(pattern = "[A-Z]{2}", examples = "NY") String state,
        @Schema(examples = "Courthouse directive 1-2019") String title, @Schema(nullable = true) String citation,
        @Schema(examples = "COURT_RULE") String instrument, Direction direction, Set<Binding> binds,
        @Schema(nullable = true, examples = "2019-04-17") LocalDate effectiveFrom,
        @Schema(nullable = true) DatePrecision effectiveFromPrecision, @Schema(nullable = true) String summary,
        List<Source> sources) {

    static FrontierLaw of(LawFact fact) {
        RecordedLaw law = fact.law();
        return new FrontierLaw(law.id(), law.state(), law.title(), law.citation(), law.instrument(), law.direction(),
                law.binds(), law.effectiveFrom(), law.effectiveFromPrecision(), law.summary(), law.sources());
    }
}
