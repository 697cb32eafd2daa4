package atlas.scoring.simulation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.scoring.facts.LawFact;
import atlas.service.problem.Violations;
import atlas.service.time.Calendar;

/** A law on record that would be repealed. */
@Schema(description = "A law on record that would be repealed, for good.")
public record SupposedRepeal(
        @Schema(required = true, description = "id of the law") UUID law,
        @Schema(description = "first day without it; absent: the day that is judged", nullable = true, examples = "2020-01-01") LocalDate on)
        implements
            Supposition {

    @Override
    public void check(OnRecord onRecord, Violations violations) {
        violations.require(law != null, "/law", "is required")
                .require(law == null || onRecord.law(law).isPresent(), "/law", "is not the id of a law on record")
                .require(on == null || Calendar.holds(on), "/on", "must be a date between 1900 and 2099");
    }

    @Override
    public Optional<String> addTo(Hypothesis hypothesis) {
        LocalDate day = hypothesis.onRecord().day();
        LocalDate end = on == null ? day : on;
        LawFact before = hypothesis.law(law);
        hypothesis.change(before, Altered.ended(before.law(), end));
        if (end.isAfter(day)) {
            return Optional.of("takes effect after " + day);
        }
        return before.inForce(day) ? Optional.empty() : Optional.of("changes nothing: the law is not in force on " + day);
    }
}
