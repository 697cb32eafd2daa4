package atlas.events;

/** What a law does to a factor: protection is state law, cooperation is state law, or localities may not limit. */
public enum EffectKind {
    REQUIRES,
    MANDATES,
    PREEMPTS
}
