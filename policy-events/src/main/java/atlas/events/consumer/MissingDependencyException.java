package atlas.events.consumer;

import atlas.events.Event;

/** An event names something that an earlier topic must bring first, such as a county that is not known yet. */
public class MissingDependencyException extends RejectedEventException {

    public MissingDependencyException(Event event, String reason) {
        super(event, reason);
    }
}
