package atlas.scoring.simulation;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.events.Binding;
import atlas.events.DatePrecision;
import atlas.events.Direction;
import atlas.events.FrontierTopic;
import atlas.events.RecordedLaw;
import atlas.events.Source;
import atlas.scoring.facts.LawFact;
import atlas.scoring.nation.County;
import atlas.service.law.StatedCourtEvent;
import atlas.service.law.StatedCourtHistory;
import atlas.service.law.StatedEffect;
import atlas.service.law.StatedEffects;
import atlas.service.place.StateCode;
import atlas.service.problem.NamedOnce;
import atlas.service.problem.Violations;
import atlas.service.record.EffectiveDates;
import atlas.service.record.EffectivePeriod;
import atlas.service.record.StatedDate;
import atlas.service.time.PartialDate;

/** A law that there would be, in the words in which a real one is recorded. */
@Schema(description = "A law that there would be, in the words in which a real one is recorded; state and effects are enough. "
        + "It counts as recorded last.")
public record SupposedLaw(
        @Schema(required = true, description = "postal code of a state or DC", pattern = "[A-Z]{2}", examples = "TX") String state,
        @Schema(description = "taken, and not used", nullable = true) String title,
        @Schema(description = "taken, and not used", nullable = true) String citation,
        @Schema(description = "taken, and not used", nullable = true) String instrument,
        @Schema(nullable = true) Direction direction,
        @Schema(description = "whom it binds; only COUNTIES moves a county's score. Absent: COUNTIES") List<Binding> binds,
        @Schema(description = "taken, and not used", nullable = true) PartialDate enacted,
        @Schema(description = "taken, and not used", nullable = true) DatePrecision enactedPrecision,
        @Schema(description = "first day in effect; absent: the day that is judged", nullable = true) PartialDate effectiveFrom,
        @Schema(nullable = true) DatePrecision effectiveFromPrecision,
        @Schema(description = "first day no longer in effect; absent: open", nullable = true) PartialDate effectiveTo,
        @Schema(nullable = true) DatePrecision effectiveToPrecision,
        @Schema(required = true, description = "at most one per factor and county", maxItems = 50) List<StatedEffect> effects,
        @Schema(description = "what courts and legislatures would do with it", maxItems = 100) List<StatedCourtEvent> courtHistory,
        @Schema(description = "taken, and not used") List<FrontierTopic> topics,
        @Schema(description = "taken, and not used", nullable = true) String summary,
        @Schema(description = "taken, and not used") List<Source> sources) implements Supposition {

    public SupposedLaw {
        binds = binds == null || binds.isEmpty() ? List.of(Binding.COUNTIES) : binds;
        courtHistory = courtHistory == null ? List.of() : courtHistory;
    }

    @Override
    public void check(OnRecord onRecord, Violations violations) {
        violations.require(state != null, "/state", "is required")
                .require(state == null || StateCode.all().contains(state), "/state",
                        "must be the postal code of a state or DC, such as TX")
                .require(effects != null, "/effects", "is required");
        NamedOnce.check(binds, "/binds", violations);
        dates().check(violations);
        new StatedDate(enacted, enactedPrecision).check("enacted", violations);
        StatedEffects stated = effectsIn(onRecord);
        stated.check(direction, onRecord.prefixOf(state), violations);
        checkCounties(stated.effects(), onRecord, violations);
        new StatedCourtHistory(courtHistory).check(stated.factors(), violations);
    }

    @Override
    public Optional<String> addTo(Hypothesis hypothesis) {
        OnRecord onRecord = hypothesis.onRecord();
        EffectivePeriod period = dates().period();
        LawFact fact = hypothesis.suppose(new RecordedLaw(hypothesis.nextId(), 1, state, title, citation, instrument, direction,
                Set.copyOf(binds), null, null, period.from() == null ? onRecord.day() : period.from(), period.fromPrecision(),
                period.to(), period.toPrecision(), effectsIn(onRecord).recorded(),
                new StatedCourtHistory(courtHistory).recorded(), Set.of(), null, List.of(), null, null, null, null, false,
                null));
        if (!fact.bindsCounties()) {
            return Optional.of("does not bind counties, so that it moves no score");
        }
        if (effects.isEmpty()) {
            return Optional.of("has no effects, so that it moves no score");
        }
        return fact.inForce(onRecord.day()) ? Optional.empty() : Optional.of("is not in force on " + onRecord.day());
    }

    private EffectiveDates dates() {
        return new EffectiveDates(new StatedDate(effectiveFrom, effectiveFromPrecision),
                new StatedDate(effectiveTo, effectiveToPrecision));
    }

    /** Its effects in the counties that the codes stand for; a code that stands for none, or for several, stays. */
    private StatedEffects effectsIn(OnRecord onRecord) {
        return new StatedEffects(effects == null ? List.of()
                : effects.stream().map(effect -> effect == null ? null
                        : effect.in(effect.counties().stream()
                                .map(code -> onRecord.county(code).map(County::fips).orElse(code)).toList()))
                        .toList());
    }

    private static void checkCounties(List<StatedEffect> effects, OnRecord onRecord, Violations violations) {
        for (int i = 0; i < effects.size(); i++) {
            List<String> counties = effects.get(i) == null ? List.of() : effects.get(i).counties();
            for (int j = 0; j < counties.size(); j++) {
                onRecord.checkCounty(counties.get(j), "/effects/" + i + "/counties/" + j, violations);
            }
        }
    }
}
