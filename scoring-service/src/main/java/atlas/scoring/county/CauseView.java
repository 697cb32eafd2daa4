package atlas.scoring.county;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.events.ScoreChanged.Cause.Kind;
import atlas.scoring.facts.PolicyFact;
import atlas.scoring.facts.Turn;

/** A record or a law that begins or ends on a day, or on which a court spoke. */
@Schema(name = "HistoryCause", description = "what made a span begin", requiredProperties = { "kind", "id", "title", "what" })
public record CauseView(
        @Schema(enumeration = {
                "POLICY_RECORD", "STATE_LAW" }) String kind,
        @Schema(description = "of the record or the law") UUID id,
        String title,
        @Schema(description = "what happened that day", enumeration = { "BEGINS", "ENDS", "COURT" }) String what){

    static CauseView of(Turn turn) {
        Kind kind = turn.fact() instanceof PolicyFact ? Kind.POLICY_RECORD : Kind.STATE_LAW;
        return new CauseView(kind.name(), turn.fact().id(), turn.fact().title(), turn.what().name());
    }
}
