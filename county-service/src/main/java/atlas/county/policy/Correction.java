package atlas.county.policy;

import atlas.events.Change;
import atlas.events.RecordedPolicy;

/** Tells what a correction amounts to. */
final class Correction {

    private Correction() {
    }

    /** ENDED when all that is new is the day on which it ends; CORRECTED otherwise. */
    static Change of(RecordedPolicy before, RecordedPolicy after) {
        boolean onlyTheEnd = before.effectiveTo() == null && after.effectiveTo() != null
                && withoutEnd(said(before)).equals(withoutEnd(said(after)));
        return onlyTheEnd ? Change.ENDED : Change.CORRECTED;
    }

    static boolean saysTheSame(RecordedPolicy before, RecordedPolicy after) {
        return said(before).equals(said(after));
    }

    /** What a version says, without which record it is of, when and why it was said. */
    static RecordedPolicy said(RecordedPolicy p) {
        return new RecordedPolicy(null, 0, p.county(), p.state(), p.scope(), p.agency(), p.factor(), p.topic(), p.stance(),
                p.strength(), p.exceptions(), p.instrument(), p.title(), p.summary(), p.effectiveFrom(),
                p.effectiveFromPrecision(),
                p.effectiveTo(), p.effectiveToPrecision(), p.sources(), null, null, null, null, p.withdrawn(), null);
    }

    private static RecordedPolicy withoutEnd(RecordedPolicy p) {
        return new RecordedPolicy(p.id(), p.version(), p.county(), p.state(), p.scope(), p.agency(), p.factor(), p.topic(),
                p.stance(),
                p.strength(), p.exceptions(), p.instrument(), p.title(), p.summary(), p.effectiveFrom(),
                p.effectiveFromPrecision(),
                null, null, p.sources(), p.recordedAt(), p.recordedBy(), p.supersededAt(), p.reason(), p.withdrawn(),
                p.approvedBy());
    }
}
