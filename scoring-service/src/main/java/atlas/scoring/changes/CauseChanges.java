package atlas.scoring.changes;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** In how many counties something changed on one basis. */
@Schema(name = "ChangesOfCause", description = "In how many counties a factor changed on one basis. A county stands under several if its factors changed for several reasons, and under gained and lost alike if it gained one factor and lost another.", requiredProperties = {
        "basis", "counties", "gained", "lost" })
public record CauseChanges(CauseBasis basis, @Schema(examples = "410") int counties,
        @Schema(description = "counties that gained a factor by it") int gained,
        @Schema(description = "counties that lost a factor by it") int lost) {

    static CauseChanges of(CauseBasis basis, CauseTally causes) {
        ChangeTally changes = causes.of(basis);
        return new CauseChanges(basis, changes.counties(), changes.of(Change.GAINED), changes.of(Change.LOST));
    }
}
