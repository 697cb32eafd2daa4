package atlas.county.policy;

/** The form in which a policy was adopted or became known. */
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
