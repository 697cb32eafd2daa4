package atlas.scoring.county;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.events.ScoreChanged.Cause.Kind;
import atlas.scoring.facts.PolicyFact;
import atlas.scoring.facts.Turn;

/** A record or a law that begins or ends on a day, or on which a court spoke. */
@Schema(name = "HistoryCause", description = "A record or a law that begins or ends on the day, or on which a court spoke.")
public record CauseView(@Schema(enumeration = {
        "POLICY_RECORD", "STATE_LAW" }) Kind kind, UUID id, String title,
        Turn.What what){

    static CauseView of(Turn turn) {
        return new CauseView(turn.fact() instanceof PolicyFact ? Kind.POLICY_RECORD : Kind.STATE_LAW, turn.fact().id(),
                turn.fact().title(), turn.what());
    }
}
