package atlas.events;

/** What a record says of its factor: the county limits its help, it helps, or it is known to have no policy. */
public enum Stance {
    PROTECTIVE,
    ENTANGLED,
    NO_POLICY
}
