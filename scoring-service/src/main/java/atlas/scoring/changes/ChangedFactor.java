package atlas.scoring.changes;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonProperty;

import atlas.events.Factor;
import atlas.scoring.facts.Fact;
import atlas.scoring.facts.LawFact;
import atlas.scoring.facts.PolicyFact;
import atlas.scoring.rubric.Basis;
import atlas.scoring.rubric.FactorResult;

/** A factor of a county that changed between two days, when, and what drove it. */
@Schema(name = "ChangedFactor", extensions = @Extension(name = "x-key", value = "factor"), description = "A factor that changed, when, and what drove it.", requiredProperties = {
        "factor", "change", "before", "after", "on", "cause" })
public record ChangedFactor(Factor factor, Change change,
        @Schema(description = "on the earlier day") Result before,
        @Schema(description = "on the later day") Result after,
        @Schema(description = "the day of its last turn, the one to its final value", examples = "2019-07-22") LocalDate on,
        Cause cause) {

    static ChangedFactor of(FactorChange change) {
        return new ChangedFactor(change.factor(), change.change(), Result.of(change.before()), Result.of(change.after()),
                change.turn().on(), Cause.of(change.turn()));
    }

    /** Whether the factor is protected on one of the days, and by what. */
    @Schema(name = "ChangedFactorResult", description = "Whether the factor is protected on one of the days, and on what basis.", requiredProperties = {
            "protected", "basis" })
    public record Result(@JsonProperty("protected") @Schema(name = "protected") boolean isProtected, Basis basis) {

        static Result of(FactorResult result) {
            return new Result(result.isProtected(), result.basis());
        }
    }

    /** What drove the last turn of the factor. */
    @Schema(name = "ChangedFactorCause", description = "The laws and records that began, ended or were decided by a court on that day, and stood behind the result before or after it.", requiredProperties = {
            "basis", "laws", "records" })
    public record Cause(CauseBasis basis, List<Named> laws, List<Named> records) {

        static Cause of(LastTurn turn) {
            return new Cause(turn.basis(), named(turn, LawFact.class::isInstance), named(turn, PolicyFact.class::isInstance));
        }

        private static List<Named> named(LastTurn turn, Predicate<Fact> kind) {
            return turn.drivers().stream().filter(kind).map(fact -> new Named(fact.id(), fact.title())).toList();
        }
    }

    /** A law or a record by id and title. */
    @Schema(name = "ChangeDriver", description = "A law or a record by id and title.", requiredProperties = { "id", "title" })
    public record Named(UUID id, String title) {
    }
}
