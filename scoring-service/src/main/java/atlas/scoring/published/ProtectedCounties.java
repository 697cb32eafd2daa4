package atlas.scoring.published;

import atlas.events.Factor;
import atlas.scoring.tables.PolicyTypeCount;

/** Counties that protect a factor. */
record ProtectedCounties(Factor factor) implements Measure {

    ProtectedCounties {
        Required.field(factor, "factor");
    }

    @Override
    public Measured in(Snapshot snapshot) {
        return Measured.partOf(snapshot.tally().policyTypes(false).stream().filter(count -> count.factor() == factor)
                .mapToInt(PolicyTypeCount::isProtected).sum(), snapshot.tally().analyzed());
    }

    @Override
    public String words() {
        return "of the counties analyzed, those that protect " + factor + " on the day";
    }
}
