package atlas.scoring.simulation;

import java.util.List;
import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.events.DatePrecision;
import atlas.events.Factor;
import atlas.events.FrontierTopic;
import atlas.events.RecordedPolicy;
import atlas.events.Scope;
import atlas.events.Source;
import atlas.events.Stance;
import atlas.events.Strength;
import atlas.scoring.facts.PolicyFact;
import atlas.scoring.nation.County;
import atlas.service.problem.Violations;
import atlas.service.record.EffectiveDates;
import atlas.service.record.EffectivePeriod;
import atlas.service.record.StatedDate;
import atlas.service.record.StatedStrength;
import atlas.service.time.PartialDate;

/** A policy record that there would be, in the words in which a real one is recorded. */
@Schema(description = "A policy record that there would be, in the words in which a real one is recorded; county, factor and "
        + "stance are enough. It counts as recorded last.")
public record SupposedPolicy(
        @Schema(required = true, description = "FIPS code of the county; an older or newer one will do if it stands for one county", pattern = "\\d{5}", examples = "48453") String county,
        @Schema(required = true) Factor factor,
        @Schema(description = "taken, and not used: a topic moves no score", nullable = true) FrontierTopic topic,
        @Schema(required = true) Stance stance,
        @Schema(description = "whose policy it is; only COUNTY counts toward the score", defaultValue = "COUNTY") Scope scope,
        @Schema(description = "taken, and not used", nullable = true) String agency,
        @Schema(description = "of a PROTECTIVE stance", nullable = true) Strength strength,
        @Schema(description = "the exceptions of a PARTIAL protection, in words", maxLength = 1000, nullable = true) String exceptions,
        @Schema(description = "taken, and not used", nullable = true) String instrument,
        @Schema(description = "taken, and not used", nullable = true) String title,
        @Schema(description = "taken, and not used", nullable = true) String summary,
        @Schema(description = "first day in force; absent: the day that is judged", nullable = true) PartialDate effectiveFrom,
        @Schema(nullable = true) DatePrecision effectiveFromPrecision,
        @Schema(description = "first day no longer in force; absent: open", nullable = true) PartialDate effectiveTo,
        @Schema(nullable = true) DatePrecision effectiveToPrecision,
        @Schema(description = "taken, and not used") List<Source> sources) implements Supposition {

    public SupposedPolicy {
        scope = scope == null ? Scope.COUNTY : scope;
    }

    @Override
    public void check(OnRecord onRecord, Violations violations) {
        violations.require(county != null, "/county", "is required")
                .require(county == null || county.matches("[0-9]{5}"), "/county",
                        "must be a FIPS code of five digits, such as 06037")
                .require(factor != null, "/factor", "is required")
                .require(stance != null, "/stance", "is required");
        onRecord.checkCounty(county, "/county", violations);
        new StatedStrength(stance, strength, exceptions).check(violations);
        dates().check(violations);
    }

    @Override
    public Optional<String> addTo(Hypothesis hypothesis) {
        County place = hypothesis.onRecord().county(county).orElseThrow();
        EffectivePeriod period = dates().period();
        PolicyFact fact = hypothesis.suppose(new RecordedPolicy(hypothesis.nextId(), 1, place.fips(), place.state(), scope,
                agency, factor, null, stance, strength, exceptions, instrument, title, null,
                period.from() == null ? hypothesis.onRecord().day() : period.from(), period.fromPrecision(), period.to(),
                period.toPrecision(), List.of(), null, null, null, null, false, null));
        if (!fact.counts()) {
            return Optional.of("is not the county's own: only the scope COUNTY moves a score");
        }
        return fact.inEffectOn(hypothesis.onRecord().day()) ? Optional.empty()
                : Optional.of("is not in force on " + hypothesis.onRecord().day());
    }

    private EffectiveDates dates() {
        return new EffectiveDates(new StatedDate(effectiveFrom, effectiveFromPrecision),
                new StatedDate(effectiveTo, effectiveToPrecision));
    }
}
