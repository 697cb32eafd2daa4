package atlas.gateway.door;

import java.util.Set;

import jakarta.inject.Singleton;

import org.jboss.logging.MDC;

import atlas.events.trace.TraceParent;
import atlas.gateway.door.RequestTimes.Subject;
import atlas.service.trace.Tracing;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Begins the trace of each request. A trace that the caller is in is linked, not continued: a stranger decides neither what is
 * recorded
 * here nor under which name.
 */
@Singleton
public class RequestSpans {

    private static final Set<HttpMethod> KNOWN = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.POST,
            HttpMethod.PUT, HttpMethod.DELETE, HttpMethod.PATCH);
    private static final String SPAN = "atlas.span";
    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<String> PATH = AttributeKey.stringKey("url.path");
    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
    private static final AttributeKey<String> REQUEST = AttributeKey.stringKey("atlas.request.id");

    private final Tracer tracer;
    private final boolean off;

    RequestSpans(Tracer tracer, Tracing tracing) {
        this.tracer = tracer;
        this.off = tracing.isOff();
    }

    /** From here on the request's {@code traceparent} is ours. */
    void begin(RoutingContext context, String requestId) {
        if (off) {
            return;
        }
        HttpServerRequest request = context.request();
        SpanBuilder builder = tracer.spanBuilder(method(request)).setNoParent().setSpanKind(SpanKind.SERVER);
        SpanContext callers = TraceParent.placeOf(request.getHeader(TraceParent.HEADER));
        if (callers.isValid()) {
            builder.addLink(callers);
        }
        Span span = builder.startSpan();
        request.headers().set(TraceParent.HEADER, TraceParent.of(span));
        context.put(SPAN, span);
        MDC.put("traceId", span.getSpanContext().getTraceId());
        MDC.put("spanId", span.getSpanContext().getSpanId());
        if (span.isRecording()) {
            span.setAttribute(METHOD, method(request)).setAttribute(PATH, request.path())
                    .setAttribute(REQUEST, requestId);
        }
    }

    /** Strangers make up any. */
    private static String method(HttpServerRequest request) {
        return KNOWN.contains(request.method()) ? request.method().name() : "_OTHER";
    }

    /** The answer has been given, or given up. */
    void end(RoutingContext context, Subject subject) {
        Span span = context.get(SPAN);
        if (span == null) {
            return;
        }
        if (span.isRecording()) {
            int status = context.response().getStatusCode();
            span.updateName(method(context.request()) + " " + subject.route());
            span.setAttribute(ROUTE, subject.route()).setAttribute(STATUS, status);
            if (status >= 500) {
                span.setAttribute(ERROR, Integer.toString(status)).setStatus(StatusCode.ERROR);
            }
        }
        span.end();
    }
}
