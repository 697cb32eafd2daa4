package atlas.scoring.changes;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.events.Factor;

/** How many counties gained and lost a factor between two days. */
@Schema(name = "ChangesOfFactor", description = "How many counties gained and lost the factor. Strengthened and weakened are always zero under a rubric that does not weigh strength.", requiredProperties = {
        "factor", "gained", "lost", "strengthened", "weakened", "documented" })
public record FactorChanges(Factor factor, @Schema(examples = "350") int gained, @Schema(examples = "12") int lost,
        int strengthened, int weakened, Documented documented) {

    static FactorChanges of(Factor factor, ChangesTally tally) {
        ChangeTally all = tally.all().of(factor);
        ChangeTally documented = tally.documented().of(factor);
        return new FactorChanges(factor, all.of(Change.GAINED), all.of(Change.LOST), all.of(Change.STRENGTHENED),
                all.of(Change.WEAKENED), new Documented(documented.of(Change.GAINED), documented.of(Change.LOST),
                        documented.of(Change.STRENGTHENED), documented.of(Change.WEAKENED)));
    }

    /** As the numbers around it, of the counties analyzed on both days only. */
    @Schema(name = "DocumentedChangesOfFactor", description = "Of the counties analyzed on both days only.", requiredProperties = {
            "gained", "lost", "strengthened", "weakened" })
    public record Documented(int gained, int lost, int strengthened, int weakened) {
    }
}
