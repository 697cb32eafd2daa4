package atlas.gateway.feed.atom;

import java.util.List;
import java.util.stream.Collectors;

import atlas.events.Change;
import atlas.events.EffectKind;
import atlas.events.LawChanged;
import atlas.events.RecordedLaw;
import atlas.events.RecordedLaw.CourtEvent;
import atlas.events.RecordedLaw.Effect;

/** Says what became of a state law on record. */
final class LawWords {

    private LawWords() {
    }

    static EventWords of(LawChanged changed) {
        RecordedLaw now = changed.after();
        String what = "state law " + Terms.of(changed.change());
        return new EventWords(Terms.state(now.state()) + ": record of a " + what + ": " + Plain.name(now.title()),
                summary(changed.change(), now), details(changed));
    }

    /** It is our record that is added or ended: what legislatures and courts did is in the dates and the history. */
    private static String summary(Change change, RecordedLaw now) {
        String begun = "The record of a state law was " + Terms.of(change)
                + (change == Change.WITHDRAWN ? " and counts for nothing any more." : ".");
        String effects = effects(now);
        String reason = Plain.value(now.reason());
        return begun + (effects == null ? " No effect on a factor is recorded." : " Recorded effects: " + effects + ".")
                + (reason == null ? "" : " Reason given: " + reason);
    }

    private static List<String> details(LawChanged changed) {
        return new Comparison<>(changed.before(), changed.after())
                .part("Title", law -> Plain.name(law.title()))
                .part("Citation", law -> Plain.value(law.citation()))
                .part("Instrument", law -> Terms.ofConstant(law.instrument()))
                .part("Direction", law -> Terms.of(law.direction()))
                .part("Binds", law -> Terms.of(law.binds()))
                .part("Enacted", law -> Terms.day(law.enacted(), law.enactedPrecision()))
                .part("In effect from", law -> Terms.day(law.effectiveFrom(), law.effectiveFromPrecision()))
                .part("No longer in effect on", law -> Terms.day(law.effectiveTo(), law.effectiveToPrecision()))
                .part("Effects", LawWords::effects)
                .part("Courts and legislature", LawWords::history)
                .part("Topics", law -> Terms.of(law.topics()))
                .part("Summary", law -> Plain.value(law.summary()))
                .part("Sources", law -> Sources.of(law.sources()))
                .part("Recorded by", law -> Plain.value(law.recordedBy()))
                .lines();
    }

    private static String effects(RecordedLaw law) {
        return law.effects().isEmpty() ? null
                : law.effects().stream().map(LawWords::effect).distinct().collect(Collectors.joining("; "));
    }

    private static String effect(Effect effect) {
        String counties = effect.counties().isEmpty() ? "all counties" : effect.counties().size() + " counties";
        return Terms.of(effect.factor()) + " (" + kind(effect.effect()) + ", " + counties + ")";
    }

    private static String kind(EffectKind kind) {
        return switch (kind) {
            case REQUIRES -> "the state requires the protection";
            case MANDATES -> "the state mandates cooperation";
            case PREEMPTS -> "localities may not limit cooperation";
        };
    }

    private static String history(RecordedLaw law) {
        return law.courtHistory().isEmpty() ? null
                : law.courtHistory().stream().map(LawWords::turn).collect(Collectors.joining("; "));
    }

    private static String turn(CourtEvent turn) {
        String what = turn.factors().isEmpty() ? "the whole law"
                : turn.factors().stream().map(Terms::of).collect(Collectors.joining(", "));
        String note = Plain.value(turn.note());
        return turn.date() + " " + Terms.of(turn.status()) + " (" + what + (note == null ? ")" : "): " + note);
    }
}
