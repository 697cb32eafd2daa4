package atlas.scoring.simulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.events.CourtStatus;
import atlas.events.Factor;
import atlas.events.RecordedLaw;
import atlas.scoring.facts.History.Known;
import atlas.scoring.facts.LawFact;
import atlas.service.law.StatedCourtEvent;
import atlas.service.problem.Violations;
import atlas.service.time.Calendar;
import atlas.service.time.PartialDate;

/** A law on record that a court would stop, whole or on some factors. */
@Schema(description = "A law on record that a court would stop: an entry more in its court history, behind those of its day.")
public record SupposedInjunction(
        @Schema(required = true, description = "id of the law") UUID law,
        @Schema(defaultValue = "ENJOINED") Ruling status,
        @Schema(description = "the factors that it concerns; none: the whole law") List<Factor> factors,
        @Schema(description = "the day from which it holds; absent: the day that is judged", nullable = true, examples = "2020-01-01") LocalDate on)
        implements
            Supposition {

    public SupposedInjunction {
        status = status == null ? Ruling.ENJOINED : status;
        factors = factors == null ? List.of() : factors;
    }

    @Override
    public void check(OnRecord onRecord, Violations violations) {
        Optional<RecordedLaw> known = law == null ? Optional.empty() : onRecord.law(law).map(Known::content);
        boolean dated = on == null || Calendar.holds(on);
        violations.require(law != null, "/law", "is required")
                .require(law == null || known.isPresent(), "/law", "is not the id of a law on record")
                .require(dated, "/on", "must be a date between 1900 and 2099");
        entry(dated ? on : null, onRecord.day()).check("", known.map(SupposedInjunction::factors).orElse(Set.of()), violations);
    }

    @Override
    public Optional<String> addTo(Hypothesis hypothesis) {
        LocalDate day = hypothesis.onRecord().day();
        LawFact before = hypothesis.law(law);
        StatedCourtEvent entry = entry(on, day);
        LawFact after = hypothesis.change(before, Altered.inCourt(before.law(), entry.recorded()));
        if (entry.recorded().date().isAfter(day)) {
            return Optional.of("takes effect after " + day);
        }
        Set<Factor> concerned = factors.isEmpty() ? factors(before.law()) : Set.copyOf(factors);
        if (concerned.stream().noneMatch(factor -> before.inForce(factor, day))) {
            return Optional.of("changes nothing: the law is not in force on " + day);
        }
        return concerned.stream().anyMatch(factor -> after.inForce(factor, day))
                ? Optional.of("is undone before " + day + " by a later entry of the law's court history")
                : Optional.empty();
    }

    private StatedCourtEvent entry(LocalDate stated, LocalDate day) {
        return new StatedCourtEvent(PartialDate.of((stated == null ? day : stated).toString()),
                CourtStatus.valueOf(status.name()), factors, null);
    }

    private static Set<Factor> factors(RecordedLaw law) {
        return law.effects().stream().map(RecordedLaw.Effect::factor).collect(Collectors.toSet());
    }

    /** What a court may say against a law. */
    @Schema(name = "SupposedRuling", description = "What a court may say against a law.")
    public enum Ruling {
        ENJOINED,
        PARTLY_ENJOINED,
        STRUCK_DOWN
    }
}
