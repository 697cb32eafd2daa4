package atlas.gateway.door;

import jakarta.inject.Singleton;

import atlas.gateway.door.RequestTimes.Subject;
import io.vertx.ext.web.RoutingContext;

/** What an operator can find out about each request: how long it took, its span, its line in the log. */
@Singleton
class RequestCourse {

    private final RequestTimes times;
    private final RequestSpans spans;
    private final RequestLog log;

    RequestCourse(RequestTimes times, RequestSpans spans, RequestLog log) {
        this.times = times;
        this.spans = spans;
        this.log = log;
    }

    void begin(RoutingContext context, String requestId) {
        long start = System.nanoTime();
        spans.begin(context, requestId);
        context.addEndHandler(done -> {
            long nanos = System.nanoTime() - start;
            Subject subject = RequestTimes.subject(context);
            times.record(context, subject, nanos);
            spans.end(context, subject);
            log.answered(context, subject, nanos);
        });
    }
}
