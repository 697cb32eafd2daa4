package atlas.scoring.applying;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import atlas.scoring.nation.CurrentNation;

/**
 * Ready when every county of the registry is in memory: before, totals would be wrong. Kafka is not asked: reads go
 * on without it.
 */
@Readiness
@ApplicationScoped
class MemoryIsLoaded implements HealthCheck {

    private final CurrentNation current;
    private final int expected;

    MemoryIsLoaded(CurrentNation current,
            @ConfigProperty(name = "atlas.registry.counties") int expected) {
        this.current = current;
        this.expected = expected;
    }

    @Override
    public HealthCheckResponse call() {
        int known = current.get().counties().size();
        return HealthCheckResponse.named("counties in memory").status(known >= expected)
                .withData("known", known).withData("expected", expected).build();
    }
}
