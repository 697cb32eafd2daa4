package atlas.scoring.applying;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import atlas.scoring.nation.CurrentNation;
import atlas.service.time.Today;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

/** How much is known, for those who watch the service. */
@ApplicationScoped
class Gauges {

    private final CurrentNation current;
    private final Rebuild rebuild;
    private final Today time;

    Gauges(CurrentNation current, Rebuild rebuild, Today time) {
        this.current = current;
        this.rebuild = rebuild;
        this.time = time;
    }

    void register(@Observes StartupEvent event, MeterRegistry metrics) {
        Gauge.builder("atlas.scoring.counties.known", () -> current.get().counties().size())
                .description("counties in memory").register(metrics);
        Gauge.builder("atlas.scoring.counties.analyzed", this::analyzed)
                .description("counties that are analyzed today").register(metrics);
        Gauge.builder("atlas.scoring.rebuild.applied", () -> rebuild.course().applied())
                .description("messages of the past that the rebuild under way has applied").register(metrics);
        Gauge.builder("atlas.scoring.rebuild.past", () -> rebuild.course().total())
                .description("messages of the past that the rebuild under way is to apply; 0 while there is none")
                .register(metrics);
    }

    private long analyzed() {
        return current.get().counties().stream().filter(county -> county.timeline().on(time.today()).analyzed()).count();
    }
}
