package atlas.scoring.changes;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.scoring.rubric.Basis;

/** What a change rests on. There is no assumed one: what changes a result is always on record. */
@Schema(name = "ChangeBasis", description = "What a change rests on: a state law or a policy of the county that begins, ends or is decided by a court, or a contract with ICE that begins or ends.")
public enum CauseBasis {
    STATE_LAW,
    COUNTY_POLICY,
    CONTRACT;

    static CauseBasis of(Basis basis) {
        return valueOf(basis.name());
    }
}
