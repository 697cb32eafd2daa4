package atlas.gateway.key;

/** Whether a key is taken, and if not, why. */
public enum KeyStatus {
    ACTIVE,
    EXPIRED,
    REVOKED
}
