package atlas.county.policy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The form in which a policy was adopted or became known. */
@Schema(name = "PolicyInstrument", description = "by what means a policy was made")
public enum Instrument {
    ORDINANCE,
    RESOLUTION,
    SHERIFF_POLICY,
    AGENCY_POLICY,
    BALLOT_INITIATIVE,
    EXECUTIVE_ORDER,
    CONTRACT,
    CONTRACT_TERMINATION,
    COURT_ORDER,
    COURT_RULE,
    FOIA_RECORD,
    OTHER
}
