package atlas.statelaw.law;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The form in which a state has spoken. */
@Schema(name = "LawInstrument", description = "The form in which a state has spoken.")
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
