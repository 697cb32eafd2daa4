package atlas.events.consumer;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.events.health.Loop;
import atlas.events.health.Loops;
import io.micrometer.core.instrument.MeterRegistry;

/** Makes what shows how a consumer is getting on. */
@ApplicationScoped
class ConsumerWatches {

    private final MeterRegistry meters;
    private final Loops loops;

    ConsumerWatches(MeterRegistry meters, Loops loops) {
        this.meters = meters;
        this.loops = loops;
    }

    Loop loop(String name, Duration patience) {
        return loops.of(name, patience);
    }

    ConsumerWatch of(String consumer) {
        return new ConsumerWatch(consumer, meters, loops);
    }
}
