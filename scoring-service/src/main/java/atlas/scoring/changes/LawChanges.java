package atlas.scoring.changes;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.events.Direction;
import atlas.events.RecordedLaw;
import atlas.scoring.changes.CauseTally.Driver;
import atlas.scoring.facts.LawFact;

/** In how many counties a law drove a change: by its taking effect, its end, or a court. */
@Schema(name = "ChangesOfLaw", description = "In how many counties a law drove a change: by taking effect, by ending, or by what a court decided of it.", requiredProperties = {
        "id", "title", "state", "direction", "counties", "gained", "lost" })
public record LawChanges(UUID id, @Schema(examples = "HB 19-1124") String title, @Schema(examples = "CO") String state,
        Direction direction, @Schema(examples = "64") int counties,
        @Schema(description = "counties that gained a factor by it") int gained,
        @Schema(description = "counties that lost a factor by it") int lost) {

    static LawChanges of(Driver driver) {
        RecordedLaw law = ((LawFact) driver.fact()).law();
        ChangeTally changes = driver.changes();
        return new LawChanges(law.id(), law.title(), law.state(), law.direction(), changes.counties(),
                changes.of(Change.GAINED), changes.of(Change.LOST));
    }
}
