package atlas.service.security;

/**
 * What the gateway's token says: a JWT, signed with ES256, for one service, of short life. The services hold the public key
 * only.
 */
public final class InternalToken {

    public static final String ISSUER = "atlas-gateway";
    public static final String ORGANISATION = "org";
    /** The organisation's id, which stays when its name changes. */
    public static final String PARTNER = "partner";
    /** True when what the organisation writes waits for a reviewer. */
    public static final String REVIEWED = "reviewed";
    public static final String STATES = "states";
    public static final String COUNTIES = "counties";

    private InternalToken() {
    }
}
