package atlas.service.record;

import atlas.service.problem.Violations;

/** The period in which something is in force, as a writer states it. */
public record EffectiveDates(StatedDate from, StatedDate to) {

    public void check(Violations violations) {
        from.check("effectiveFrom", violations);
        to.check("effectiveTo", violations);
        if (from.isReadable() && to.isReadable() && from.start() != null && to.end() != null) {
            violations.require(from.start().isBefore(to.end()), "/effectiveTo", "must be after effectiveFrom");
        }
    }

    public EffectivePeriod period() {
        return new EffectivePeriod(from.start(), from.effectivePrecision(), to.end(), to.effectivePrecision());
    }
}
