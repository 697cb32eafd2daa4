package atlas.events;

/** What a state law does with local limits on help to ICE. */
public enum Direction {
    SANCTUARY,
    PREEMPTION,
    MANDATE,
    OTHER
}
