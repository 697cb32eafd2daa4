package atlas.statelaw.law;

/** The form in which a state has spoken. */
public enum Instrument {
    STATUTE,
    EXECUTIVE_ORDER,
    ATTORNEY_GENERAL_DIRECTIVE,
    COURT_RULE,
    COURT_RULING,
    INJUNCTION,
    REGULATION,
    BALLOT_MEASURE,
    OTHER
}
