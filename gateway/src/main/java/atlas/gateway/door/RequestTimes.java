package atlas.gateway.door;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.ext.web.RoutingContext;

/** Measures how long answers take, by route template, class of status and upstream; never by county or key. */
@Singleton
public class RequestTimes {

    private static final String SUBJECT = "atlas.subject";
    private static final Subject UNKNOWN = new Subject("unknown", "none");
    private static final Duration[] BOUNDARIES = { Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(5),
            Duration.ofMillis(10), Duration.ofMillis(25), Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(250),
            Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(10) };

    private final MeterRegistry registry;
    private final Map<Subject, Timer[]> timers = new ConcurrentHashMap<>();

    RequestTimes(MeterRegistry registry) {
        this.registry = registry;
    }

    /** What a request is about. Make one per route, not per request. */
    public record Subject(String route, String upstream) {
    }

    /** Tells what the request turned out to be about. */
    public static void about(RoutingContext context, Subject subject) {
        context.put(SUBJECT, subject);
    }

    /** What a request is known to be about. */
    static Subject subject(RoutingContext context) {
        return context.get(SUBJECT, UNKNOWN);
    }

    void record(RoutingContext context, Subject subject, long nanos) {
        timer(subject, context.response().getStatusCode()).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Subject subject, int status) {
        Timer[] byClass = timers.computeIfAbsent(subject, s -> new Timer[6]);
        int statusClass = Math.min(status / 100, 5);
        Timer timer = byClass[statusClass];
        if (timer == null) {
            timer = Timer.builder("atlas.gateway.requests").description("how long answers take")
                    .tags("route", subject.route(), "status", statusClass + "xx", "upstream", subject.upstream())
                    .serviceLevelObjectives(BOUNDARIES).register(registry);
            byClass[statusClass] = timer; // the registry gives every thread the same one
        }
        return timer;
    }
}
