package atlas.scoring.state;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.events.Binding;
import atlas.events.Direction;
import atlas.events.RecordedLaw;
import atlas.scoring.facts.LawFact;

/** A law in force, in short. */
@Schema(description = "A law in force on the day, in short.", requiredProperties = { "id", "title", "direction", "instrument",
        "binds", "effectiveFrom" })
public record LawInForce(UUID id, @Schema(examples = "SB 4") String title, Direction direction,
        @Schema(examples = "STATUTE") String instrument, Set<Binding> binds,
        @Schema(nullable = true, examples = "2017-09-01") LocalDate effectiveFrom) {

    static LawInForce of(LawFact fact) {
        RecordedLaw law = fact.law();
        return new LawInForce(law.id(), law.title(), law.direction(), law.instrument(), law.binds(), law.effectiveFrom());
    }
}
