package atlas.events.health;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

import atlas.events.health.KafkaWatch.Standing;
import io.smallrye.health.api.Wellness;

/**
 * Well while Kafka answers. Without it requests are answered all the same, and events wait: no reason to take a process out.
 */
@Wellness
@ApplicationScoped
class EventsFlow implements HealthCheck {

    private final KafkaWatch watch;

    EventsFlow(KafkaWatch watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        Standing standing = watch.standing();
        return HealthCheckResponse.named("Kafka").status(standing.isReached()).withData("since", standing.since().toString())
                .withData("brokers", standing.brokers()).withData("asked", String.valueOf(watch.addresses())).build();
    }
}
