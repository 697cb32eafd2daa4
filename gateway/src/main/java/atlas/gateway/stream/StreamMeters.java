package atlas.gateway.stream;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what streams do, for those who watch the gateway. */
@Singleton
class StreamMeters {

    private final Counter frames;
    private final Counter dropped;
    private final Counter resets;

    StreamMeters(MeterRegistry meters, StreamLimits limits) {
        meters.gauge("atlas.stream.subscribers", limits, StreamLimits::open);
        this.frames = Counter.builder("atlas.stream.frames").description("events written to subscribers").register(meters);
        this.dropped = Counter.builder("atlas.stream.dropped").description("subscribers that did not read").register(meters);
        this.resets = Counter.builder("atlas.stream.resets").description("subscribers whose number was not of this feed")
                .register(meters);
    }

    void sent() {
        frames.increment();
    }

    void dropped() {
        dropped.increment();
    }

    void reset() {
        resets.increment();
    }
}
