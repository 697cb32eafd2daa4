package atlas.events.consumer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a parked message stands. */
@Schema(description = "PARKED could not be applied; REQUESTED is to be tried again; APPLIED had its effect; DISCARDED was given up.")
public enum ParkedStatus {
    PARKED,
    REQUESTED,
    APPLIED,
    DISCARDED
}
