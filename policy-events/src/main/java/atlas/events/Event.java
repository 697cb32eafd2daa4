package atlas.events;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/**
 * A CloudEvents 1.0 event.
 *
 * @param id unique, fixed when the change is made: a repeated delivery carries the same id
 * @param source the service that owns the changed thing
 * @param subject what changed: a county's FIPS, a record's or a law's id
 * @param data the change, of the class that the type names
 * @param trace where in a trace its cause is ({@code traceparent}); null when that was not traced. It goes beside the message,
 *        never
 *        in it
 */
public record Event(UUID id, URI source, EventType type, String subject, Instant time, Record data, String trace) {

    /** An event that happens now, of the type that its data belongs to. */
    public static Event of(URI source, String subject, Instant time, Record data) {
        return new Event(EventIds.next(), source, EventType.of(data), subject, time, data, null);
    }

    /** The same event, as one that belongs there in a trace; null: in none. */
    public Event inTrace(String traceparent) {
        return new Event(id, source, type, subject, time, data, traceparent);
    }
}
