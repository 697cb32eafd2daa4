package atlas.county.policy;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.events.DatePrecision;
import atlas.events.Factor;
import atlas.events.FrontierTopic;
import atlas.events.RecordedPolicy;
import atlas.events.Scope;
import atlas.events.Source;
import atlas.events.Stance;
import atlas.events.Strength;
import atlas.service.problem.Violations;
import atlas.service.record.EffectiveDates;
import atlas.service.record.EffectivePeriod;
import atlas.service.record.SourceRules;
import atlas.service.record.StatedDate;
import atlas.service.record.StatedStrength;
import atlas.service.time.PartialDate;

/** What a partner says of a policy: the whole record, also when it corrects one. */
@Schema(description = "The whole of a policy record; a correction sends it whole too, with the reason.")
public record RecordPolicy(
        @Schema(description = "the factor it speaks of; either this or topic", nullable = true) Factor factor,
        @Schema(description = "the frontier topic it speaks of; either this or factor", nullable = true) FrontierTopic topic,
        @Schema(required = true) Stance stance,
        @Schema(description = "whose policy it is; only COUNTY counts toward the score", defaultValue = "COUNTY") Scope scope,
        @Schema(description = "name of the agency or city; required for scopes other than COUNTY", maxLength = 200, nullable = true) String agency,
        @Schema(description = "of a PROTECTIVE stance", nullable = true) Strength strength,
        @Schema(description = "the exceptions of a PARTIAL protection, in words", maxLength = 1000, nullable = true) String exceptions,
        @Schema(required = true) Instrument instrument,
        @Schema(required = true, maxLength = 300, examples = "Executive order on immigration enforcement") String title,
        @Schema(maxLength = 2000, nullable = true) String summary,
        @Schema(description = "first day in force; absent: open", nullable = true) PartialDate effectiveFrom,
        @Schema(description = "follows from the date unless it is BY", nullable = true) DatePrecision effectiveFromPrecision,
        @Schema(description = "first day no longer in force; a month or year means the day after it; absent: open", nullable = true) PartialDate effectiveTo,
        @Schema(nullable = true) DatePrecision effectiveToPrecision,
        @Schema(required = true, minItems = 1, maxItems = 20) List<Source> sources,
        @Schema(description = "why the record is corrected or ended; for corrections only", maxLength = 1000, nullable = true) String reason) {

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_WORDS = 1_000;
    private static final int LONGEST_NAME = 200;

    public RecordPolicy {
        scope = scope == null ? Scope.COUNTY : scope;
    }

    /** Says why, and nothing else. */
    static RecordPolicy reasonAlone(String reason) {
        return new RecordPolicy(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                reason);
    }

    /** What a record says, to be said again: in force until a day (null: open), for a reason. */
    public static RecordPolicy until(LocalDate end, RecordedPolicy p, String reason) {
        return new RecordPolicy(p.factor(), p.topic(), p.stance(), p.scope(), p.agency(), p.strength(), p.exceptions(),
                Instrument.valueOf(p.instrument()), p.title(), p.summary(), day(p.effectiveFrom()), p.effectiveFromPrecision(),
                day(end), null, p.sources(), reason);
    }

    private static PartialDate day(LocalDate day) {
        return day == null ? null : new PartialDate(day.toString());
    }

    /** The same, for another reason; null for none. */
    public RecordPolicy because(String why) {
        return new RecordPolicy(factor, topic, stance, scope, agency, strength, exceptions, instrument, title, summary,
                effectiveFrom, effectiveFromPrecision, effectiveTo, effectiveToPrecision, sources, why);
    }

    /** Checks everything that the form alone can tell; places and permissions are checked where they are known. */
    public void check(boolean forCounty, boolean correction) {
        Violations violations = new Violations()
                .require(factor == null || topic == null, "/topic", "must be absent when there is a factor")
                .require(factor != null || topic != null, "/factor", "is required, unless there is a topic")
                .require(stance != null, "/stance", "is required")
                .require(instrument != null, "/instrument", "is required")
                .requiredText(title, LONGEST_TITLE, "/title")
                .text(summary, LONGEST_TEXT, "/summary");
        checkScope(violations, forCounty);
        new StatedStrength(stance, strength, exceptions).check(violations);
        if (correction) {
            violations.requiredText(reason, LONGEST_WORDS, "/reason");
        } else {
            violations.require(reason == null, "/reason", "belongs to a correction: a new record has none");
        }
        dates().check(violations);
        SourceRules.check(sources, violations);
        violations.check();
    }

    public EffectivePeriod period() {
        return dates().period();
    }

    private EffectiveDates dates() {
        return new EffectiveDates(new StatedDate(effectiveFrom, effectiveFromPrecision),
                new StatedDate(effectiveTo, effectiveToPrecision));
    }

    private void checkScope(Violations violations, boolean forCounty) {
        violations.text(agency, LONGEST_NAME, "/agency")
                .require(forCounty || scope != Scope.COUNTY, "/scope", "must not be COUNTY for a record of a state alone")
                .require(scope == Scope.COUNTY || agency != null, "/agency", "is required for the scope " + scope);
    }
}
