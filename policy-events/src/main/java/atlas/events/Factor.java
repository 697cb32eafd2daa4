package atlas.events;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The report's seven factors, in its order; each name states the protective sense. */
@Schema(description = "one of the report's seven factors; each name states the protective sense")
public enum Factor {
    NO_287G(Kind.CONTRACT),
    NO_DETENTION_CONTRACT(Kind.CONTRACT),
    LIMITS_ICE_HOLDS(Kind.RESTRICTION),
    LIMITS_ICE_NOTIFICATIONS(Kind.RESTRICTION),
    LIMITS_ICE_INTERROGATIONS(Kind.RESTRICTION),
    PROHIBITS_STATUS_INQUIRY(Kind.RESTRICTION),
    PROHIBITS_ASSISTANCE(Kind.RESTRICTION);

    /** Whether the factor asks for the absence of a contract with ICE or for a restriction that the county has adopted. */
    public enum Kind {
        CONTRACT,
        RESTRICTION
    }

    private final Kind kind;

    Factor(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
