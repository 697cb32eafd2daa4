package atlas.events;

/** What happened to a record or a law. */
public enum Change {
    ADDED,
    CORRECTED,
    ENDED,
    WITHDRAWN
}
