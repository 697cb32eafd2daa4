package atlas.events.trace;

import java.util.List;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapSetter;

/** A place in a trace as it is written down: the {@value #HEADER} of W3C's Trace Context. */
public final class TraceParent {

    public static final String HEADER = "traceparent";

    private static final TextMapSetter<String[]> WRITTEN = (into, name, value) -> {
        if (into != null && name.equals(HEADER)) {
            into[0] = value;
        }
    };
    private static final TextMapGetter<String> READ = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String carrier) {
            return List.of(HEADER);
        }

        @Override
        public String get(String carrier, String name) {
            return name.equals(HEADER) ? carrier : null;
        }
    };

    private TraceParent() {
    }

    /** Where the caller is in a trace; null when what it does is not traced. */
    public static String current() {
        return of(Span.current());
    }

    /** Where a span is; null when it is none. */
    public static String of(Span span) {
        if (!span.getSpanContext().isValid()) {
            return null;
        }
        String[] written = new String[1];
        W3CTraceContextPropagator.getInstance().inject(Context.root().with(span), written, WRITTEN);
        return written[0];
    }

    /** The context that a written place is in; the root where it is null or cannot be read. */
    public static Context contextOf(String traceparent) {
        return traceparent == null ? Context.root()
                : W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, READ);
    }

    /** The place that is written; an invalid one where it is null or cannot be read. */
    public static SpanContext placeOf(String traceparent) {
        return Span.fromContext(contextOf(traceparent)).getSpanContext();
    }
}
