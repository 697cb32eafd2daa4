package atlas.scoring.nextsteps;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.events.RecordedPolicy;
import atlas.events.Source;
import atlas.events.Stance;
import atlas.scoring.facts.PolicyFact;

/** A policy record that stands in the way of a step, or goes a part of it. */
@Schema(description = "A policy record behind the present result of a step's factor.", requiredProperties = { "id", "title",
        "stance", "instrument", "effectiveFrom", "sources" })
public record StepRecord(UUID id, String title, Stance stance,
        @Schema(examples = "CONTRACT") String instrument,
        @Schema(nullable = true, examples = "2009-11-16") LocalDate effectiveFrom,
        List<Source> sources) {

    static StepRecord of(PolicyFact fact) {
        RecordedPolicy policy = fact.policy();
        return new StepRecord(policy.id(), policy.title(), policy.stance(), policy.instrument(), policy.effectiveFrom(),
                policy.sources());
    }
}
