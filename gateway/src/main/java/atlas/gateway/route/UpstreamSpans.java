package atlas.gateway.route;

import java.util.function.Function;

import jakarta.inject.Singleton;

import atlas.events.trace.TraceParent;
import atlas.service.trace.Tracing;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;

/** The spans of what the gateway asks services on behalf of a request, and how the services learn which trace it is. */
@Singleton
public class UpstreamSpans {

    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<String> SERVICE = AttributeKey.stringKey("peer.service");
    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

    private final Tracer tracer;
    private final boolean off;

    UpstreamSpans(Tracer tracer, Tracing tracing) {
        this.tracer = tracer;
        this.off = tracing.isOff();
    }

    /** Has an errand belong to the trace of the request, if there is one: what is there now is ours, since the arrival. */
    void join(MultiMap headers, HttpServerRequest request) {
        String traceparent = off ? null : request.getHeader(TraceParent.HEADER);
        if (traceparent != null) {
            headers.set(TraceParent.HEADER, traceparent);
        }
    }

    /** Asks, as a part of the trace that the errand belongs to. */
    Future<UpstreamAnswer> around(Errand errand, Function<Errand, Future<UpstreamAnswer>> ask) {
        String traceparent = off ? null : errand.headers().get(TraceParent.HEADER);
        if (traceparent == null) {
            return ask.apply(errand);
        }
        Span span = tracer.spanBuilder(errand.method() + " " + errand.service().id()).setSpanKind(SpanKind.CLIENT)
                .setParent(TraceParent.contextOf(traceparent)).setAttribute(METHOD, errand.method())
                .setAttribute(SERVICE, errand.service().id()).startSpan();
        errand.headers().set(TraceParent.HEADER, TraceParent.of(span));
        return ask.apply(errand).onComplete(outcome -> {
            if (outcome.failed()) {
                span.setAttribute(ERROR, outcome.cause().getClass().getSimpleName()).setStatus(StatusCode.ERROR);
            } else {
                end(span, outcome.result().status());
            }
            span.end();
        });
    }

    private static void end(Span span, int status) {
        span.setAttribute(STATUS, status);
        if (status >= 400) {
            span.setAttribute(ERROR, Integer.toString(status)).setStatus(StatusCode.ERROR);
        }
    }
}
