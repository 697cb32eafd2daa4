package atlas.scoring.published;

import atlas.events.Factor;
import atlas.scoring.rubric.Basis;

/**
 * Counties that do not protect a factor.
 *
 * @param basis what their result must rest on; null for whatever it rests on
 */
record UnprotectedCounties(Factor factor, Basis basis) implements Measure {

    UnprotectedCounties {
        Required.field(factor, "factor");
    }

    @Override
    public Measured in(Snapshot snapshot) {
        return Measured.partOf(snapshot.tally().policyTypes(true).stream().filter(count -> count.factor() == factor)
                .flatMap(count -> count.byBasis().stream()).filter(count -> basis == null || count.basis() == basis)
                .mapToInt(count -> count.notProtected()).sum(), snapshot.tally().analyzed());
    }

    @Override
    public String words() {
        return "of the counties analyzed, those that do not protect " + factor + " on the day"
                + (basis == null ? "" : ", on the basis " + basis);
    }
}
