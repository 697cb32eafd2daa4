package atlas.events.consumer;

/** Where a parked message stands: not applied, to be tried again, applied since, or given up. */
public enum ParkedStatus {
    PARKED,
    REQUESTED,
    APPLIED,
    DISCARDED
}
