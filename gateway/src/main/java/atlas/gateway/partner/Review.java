package atlas.gateway.partner;

/** Whether what a partner writes takes effect at once, or waits for a reviewer. */
public enum Review {
    TRUSTED,
    REVIEWED
}
