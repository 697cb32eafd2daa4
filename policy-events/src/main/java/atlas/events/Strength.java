package atlas.events;

/** Whether a protection has exceptions; the exceptions stand beside it in words. */
public enum Strength {
    FULL,
    PARTIAL
}
