package atlas.statelaw.law;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.events.Binding;
import atlas.events.DatePrecision;
import atlas.events.Direction;
import atlas.events.FrontierTopic;
import atlas.events.RecordedLaw;
import atlas.events.Source;
import atlas.service.law.StatedCourtEvent;
import atlas.service.law.StatedCourtHistory;
import atlas.service.law.StatedEffect;
import atlas.service.law.StatedEffects;
import atlas.service.place.StateCode;
import atlas.service.problem.NamedOnce;
import atlas.service.problem.Violations;
import atlas.service.record.EffectiveDates;
import atlas.service.record.SourceRules;
import atlas.service.record.StatedDate;
import atlas.service.time.PartialDate;

/** What a partner says of a state law: the whole law, also when it corrects one. */
@Schema(description = "The whole of a state law; a correction sends it whole too, with the reason.")
public record RecordLaw(
        @Schema(required = true, description = "postal code of a state or DC", pattern = "[A-Z]{2}", examples = "TX") String state,
        @Schema(required = true, maxLength = 300, examples = "SB 4") String title,
        @Schema(maxLength = 200, nullable = true, examples = "Tex. Gov't Code ch. 752, subch. C") String citation,
        @Schema(required = true) Instrument instrument,
        @Schema(required = true) Direction direction,
        @Schema(description = "whom it binds; only COUNTIES moves a county's score. Required when there are effects") List<Binding> binds,
        @Schema(nullable = true) PartialDate enacted,
        @Schema(description = "follows from the date unless it is BY", nullable = true) DatePrecision enactedPrecision,
        @Schema(description = "first day in effect; absent: open", nullable = true) PartialDate effectiveFrom,
        @Schema(description = "follows from the date unless it is BY", nullable = true) DatePrecision effectiveFromPrecision,
        @Schema(description = "first day no longer in effect; a month or year means the day after it; absent: open", nullable = true) PartialDate effectiveTo,
        @Schema(nullable = true) DatePrecision effectiveToPrecision,
        @Schema(description = "at most one per factor and county; none: the law is described and moves no score", maxItems = 50) List<StatedEffect> effects,
        @Schema(description = "what courts and legislatures did with it; it is kept by date", maxItems = 100) List<StatedCourtEvent> courtHistory,
        @Schema(description = "the frontier topics that it speaks of") List<FrontierTopic> topics,
        @Schema(maxLength = 2000, nullable = true) String summary,
        @Schema(required = true, minItems = 1, maxItems = 20) List<Source> sources,
        @Schema(description = "why the law is corrected or ended; for corrections only", maxLength = 1000, nullable = true) String reason) {

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_CITATION = 200;
    private static final int LONGEST_SUMMARY = 2_000;
    private static final int LONGEST_REASON = 1_000;

    public RecordLaw {
        binds = orEmpty(binds);
        effects = orEmpty(effects);
        courtHistory = orEmpty(courtHistory);
        topics = orEmpty(topics);
    }

    /** Says why, and nothing else. */
    static RecordLaw because(String reason) {
        return new RecordLaw(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, reason);
    }

    /**
     * Checks everything that the form alone can tell; permissions are checked where they are known.
     *
     * @param owner the state whose law it is; null when a new law does not name one
     */
    void check(State owner, boolean correction) {
        Violations violations = new Violations()
                .require(state != null, "/state", "is required")
                .require(state == null || namesAState(), "/state", "must be the postal code of a state or DC, such as TX")
                .require(!namesAState() || owner == null || state.equals(owner.code()), "/state",
                        "cannot change: withdraw the law and record it for the other state")
                .requiredText(title, LONGEST_TITLE, "/title").text(citation, LONGEST_CITATION, "/citation")
                .require(instrument != null, "/instrument", "is required")
                .require(direction != null, "/direction", "is required")
                .require(effects.isEmpty() || !binds.isEmpty(), "/binds", "is required when there are effects")
                .text(summary, LONGEST_SUMMARY, "/summary");
        NamedOnce.check(binds, "/binds", violations);
        NamedOnce.check(topics, "/topics", violations);
        enactment().check("enacted", violations);
        inEffect().check(violations);
        StatedEffects affected = new StatedEffects(effects);
        affected.check(direction, owner == null ? null : owner.fips(), violations);
        new StatedCourtHistory(courtHistory).check(affected.factors(), violations);
        checkReason(correction, violations);
        SourceRules.check(sources, violations);
        violations.check();
    }

    /** Whether the state is one: a text that is none is refused together with all else. */
    boolean namesAState() {
        return state != null && StateCode.all().contains(state);
    }

    LawContent content() {
        return LawContent.of(this);
    }

    StatedDate enactment() {
        return new StatedDate(enacted, enactedPrecision);
    }

    EffectiveDates inEffect() {
        return new EffectiveDates(new StatedDate(effectiveFrom, effectiveFromPrecision),
                new StatedDate(effectiveTo, effectiveToPrecision));
    }

    List<RecordedLaw.Effect> recordedEffects() {
        return new StatedEffects(effects).recorded();
    }

    List<RecordedLaw.CourtEvent> recordedCourtHistory() {
        return new StatedCourtHistory(courtHistory).recorded();
    }

    private void checkReason(boolean correction, Violations violations) {
        if (correction) {
            violations.requiredText(reason, LONGEST_REASON, "/reason");
        } else {
            violations.require(reason == null, "/reason", "belongs to a correction: a new law has none");
        }
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }
}
