package atlas.scoring.simulation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.scoring.facts.PolicyFact;
import atlas.service.problem.Violations;
import atlas.service.time.Calendar;

/** A policy record that would end. */
@Schema(description = "A policy record that would end: a policy taken back, or a contract that runs out.")
public record SupposedEnding(
        @Schema(required = true, description = "id of the policy record") UUID policy,
        @Schema(description = "first day no longer in force; absent: the day that is judged", nullable = true, examples = "2020-01-01") LocalDate on)
        implements
            Supposition {

    @Override
    public void check(OnRecord onRecord, Violations violations) {
        violations.require(policy != null, "/policy", "is required")
                .require(policy == null || onRecord.policy(policy).isPresent(), "/policy",
                        "is not the id of a policy record")
                .require(on == null || Calendar.holds(on), "/on", "must be a date between 1900 and 2099");
    }

    @Override
    public Optional<String> addTo(Hypothesis hypothesis) {
        LocalDate day = hypothesis.onRecord().day();
        LocalDate end = on == null ? day : on;
        PolicyFact before = hypothesis.policy(policy);
        hypothesis.change(before, Altered.ended(before.policy(), end));
        if (!before.counts()) {
            return Optional.of("ends a record that moves no score");
        }
        if (end.isAfter(day)) {
            return Optional.of("takes effect after " + day);
        }
        return before.inEffectOn(day) ? Optional.empty() : Optional.of("changes nothing: the record is not in force on " + day);
    }
}
