package atlas.events.consumer;

import atlas.events.Event;

/** An event that can be read but not applied. */
public class RejectedEventException extends RuntimeException {

    private final transient Event event;

    public RejectedEventException(Event event, String reason) {
        super(reason);
        this.event = event;
    }

    public Event event() {
        return event;
    }
}
