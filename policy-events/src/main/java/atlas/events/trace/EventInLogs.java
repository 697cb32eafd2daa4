package atlas.events.trace;

import org.jboss.logging.MDC;

import io.opentelemetry.api.trace.SpanContext;

/** Names an event, and its trace, on all lines that this thread logs meanwhile. */
public final class EventInLogs implements AutoCloseable {

    private static final String EVENT = "eventId";
    private static final String TRACE = "traceId";
    private static final String SPAN = "spanId";

    private EventInLogs() {
    }

    /**
     * From now on, until it is closed.
     *
     * @param eventId null where it is not known
     * @param traceparent null where there is none
     */
    public static EventInLogs naming(String eventId, String traceparent) {
        if (eventId != null) {
            MDC.put(EVENT, eventId);
        }
        SpanContext place = TraceParent.placeOf(traceparent);
        if (place.isValid()) {
            MDC.put(TRACE, place.getTraceId());
            MDC.put(SPAN, place.getSpanId());
        }
        return new EventInLogs();
    }

    @Override
    public void close() {
        MDC.remove(EVENT);
        MDC.remove(TRACE);
        MDC.remove(SPAN);
    }
}
