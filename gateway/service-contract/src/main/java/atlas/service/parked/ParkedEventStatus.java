package atlas.service.parked;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.events.consumer.ParkedStatus;

/** Where a parked event stands. */
@Schema(description = "PARKED could not be applied; REQUESTED is to be tried again; APPLIED had its effect; DISCARDED was given up.")
public enum ParkedEventStatus {
    PARKED,
    REQUESTED,
    APPLIED,
    DISCARDED;

    static ParkedEventStatus of(ParkedStatus status) {
        return valueOf(status.name());
    }

    ParkedStatus kept() {
        return ParkedStatus.valueOf(name());
    }
}
