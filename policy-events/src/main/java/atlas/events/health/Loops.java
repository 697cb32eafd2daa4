package atlas.events.health;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** The loops of this process. */
@ApplicationScoped
public class Loops {

    private final Map<String, Loop> loops = new ConcurrentHashMap<>();
    private final MeterRegistry meters;

    Loops(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * The loop of that name.
     *
     * @param patience how long a turn may take at most, failures and waiting for lost servers included
     */
    public Loop of(String name, Duration patience) {
        return loops.computeIfAbsent(name, any -> watched(new Loop(name, patience)));
    }

    private Loop watched(Loop loop) {
        Gauge.builder("atlas.loop.turned.ago", () -> loop.since().toMillis() / 1000.0).baseUnit("seconds")
                .tag("loop", loop.name())
                .description("how long ago a background task last began a turn; 0 while it does not run").register(meters);
        return loop;
    }

    Collection<Loop> all() {
        return loops.values();
    }
}
