package atlas.scoring.county;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import atlas.events.Factor;
import atlas.events.Source;
import atlas.events.Strength;
import atlas.scoring.facts.Fact;
import atlas.scoring.rubric.Basis;
import atlas.scoring.rubric.FactorResult;

/** Whether a county protects a factor, and what says so. */
@Schema(name = "FactorResult", extensions = @Extension(name = "x-key", value = "code"), description = "Whether a county protects a factor on a day, and what says so.", requiredProperties = {
        "code", "protected", "basis", "preempted", "conflict", "strength", "records", "laws" })
public record FactorView(Factor code,
        @JsonProperty("protected") @Schema(name = "protected") boolean isProtected,
        @Schema(description = "what the result rests on; ASSUMED: nothing is on record, the rubric's default stands") Basis basis,
        @Schema(description = "a state law in force denies localities the limit; the result stands all the same") boolean preempted,
        @Schema(description = "facts in force contradict each other; both sides are listed") boolean conflict,
        @Schema(description = "of the protection, where it is known", nullable = true) Strength strength,
        @Schema(description = "ids of the policy records behind the result") List<UUID> records,
        @Schema(description = "ids of the laws behind the result, and of those that preempt") List<UUID> laws,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "where the records and laws were read; left out in lists without include=sources", extensions = @Extension(name = "x-include", value = "sources")) List<Source> sources) {

    static FactorView withSources(FactorResult factor) {
        return of(factor, Stream.concat(
                factor.records().stream().flatMap(record -> record.policy().sources().stream()),
                factor.laws().stream().flatMap(law -> law.law().sources().stream())).distinct().toList());
    }

    static FactorView withoutSources(FactorResult factor) {
        return of(factor, null);
    }

    private static FactorView of(FactorResult factor, List<Source> sources) {
        return new FactorView(factor.code(), factor.isProtected(), factor.basis(), factor.preempted(), factor.conflict(),
                factor.strength(), factor.records().stream().map(Fact::id).toList(),
                factor.laws().stream().map(Fact::id).toList(), sources);
    }
}
