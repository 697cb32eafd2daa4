package atlas.scoring.changes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.scoring.changes.CauseTally.Driver;
import atlas.scoring.changes.ChangesTally.Moved;
import atlas.scoring.facts.LawFact;
import atlas.scoring.facts.PolicyFact;

/** What changed between two days: how many counties, which way, by factor and by cause. */
@Schema(name = "Changes", description = "What changed between two days. A county counts when it is analyzed on either day; on a day without information it stands at what is assumed. Every number of changed counties is the total of the list of them with the matching filters.", requiredProperties = {
        "from", "to", "knownAt", "rubric", "state", "counties", "analyzed", "changed", "increased", "decreased", "documented",
        "byFactor", "byCause", "byLaw", "records" })
public record Changes(@Schema(examples = "2017-01-20") LocalDate from, @Schema(examples = "2019-09-30") LocalDate to,
        @Schema(description = "whose knowledge was used: the instant asked for, or else the newest recording that the answer rests on; null when there is none", nullable = true) Instant knownAt,
        @Schema(examples = "ilrc-2019") String rubric,
        @Schema(description = "null for the nation", nullable = true, examples = "CO") String state,
        @Schema(description = "all counties of the state or the nation", examples = "3142") int counties,
        AnalyzedOn analyzed,
        @Schema(description = "counties of which any factor changed", examples = "760") int changed,
        @Schema(description = "counties with more points on the later day", examples = "475") int increased,
        @Schema(description = "counties with fewer points on the later day", examples = "240") int decreased,
        Documented documented,
        @Schema(description = "the seven factors, zeros too") List<FactorChanges> byFactor,
        @Schema(description = "every basis, zeros too. A county whose factors changed for several reasons stands under each of them") List<CauseChanges> byCause,
        @Schema(description = "every law that drove a change, the most counties first, then by id") List<LawChanges> byLaw,
        @Schema(description = "how many policy records drove a change", examples = "60") int records) {

    static Changes of(Compared compared) {
        ChangesTally tally = compared.tally();
        Moved all = tally.all();
        return new Changes(compared.from().asOf(), compared.to().asOf(),
                compared.to().shownKnownAt(compared.nation(), compared.state()), compared.to().rubric().name(),
                compared.state(), tally.counties(), tally.analyzed(), all.changed(), all.increased(), all.decreased(),
                Documented.of(tally.documented()),
                compared.to().rubric().factors().stream().map(factor -> FactorChanges.of(factor.code(), tally)).toList(),
                Arrays.stream(CauseBasis.values()).map(basis -> CauseChanges.of(basis, tally.causes())).toList(),
                tally.causes().drivers().filter(driver -> driver.fact() instanceof LawFact).sorted(Driver.ORDER)
                        .map(LawChanges::of).toList(),
                (int) tally.causes().drivers().filter(driver -> driver.fact() instanceof PolicyFact).count());
    }

    /** Of the counties analyzed on both days, how many changed, and which way. */
    @Schema(name = "DocumentedChanges", description = "Of the counties analyzed on both days only: changes against an assumed result are left out.", requiredProperties = {
            "changed", "increased", "decreased" })
    public record Documented(int changed, int increased, int decreased) {

        static Documented of(Moved moved) {
            return new Documented(moved.changed(), moved.increased(), moved.decreased());
        }
    }
}
