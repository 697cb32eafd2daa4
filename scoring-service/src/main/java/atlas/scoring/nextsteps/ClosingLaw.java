package atlas.scoring.nextsteps;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.events.EffectKind;
import atlas.events.RecordedLaw;
import atlas.events.Source;
import atlas.scoring.facts.LawEffect;

/** A law in force that closes a step. */
@Schema(description = "A law in force that closes a step.", requiredProperties = { "id", "title", "citation", "state", "effect",
        "sources" })
public record ClosingLaw(UUID id, @Schema(examples = "SB 4") String title,
        @Schema(nullable = true, examples = "Tex. Gov't Code ch. 752, subch. C") String citation,
        @Schema(description = "postal code of the state", pattern = "[A-Z]{2}", examples = "TX") String state,
        @Schema(description = "PREEMPTS: localities may not limit; MANDATES: cooperation is state law; REQUIRES: the law protects in part, and decides whatever the county adds") EffectKind effect,
        List<Source> sources) {

    static ClosingLaw of(LawEffect effect) {
        RecordedLaw law = effect.law().law();
        return new ClosingLaw(law.id(), law.title(), law.citation(), law.state(), effect.kind(), law.sources());
    }
}
