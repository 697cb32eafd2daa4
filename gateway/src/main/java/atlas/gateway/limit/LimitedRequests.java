package atlas.gateway.limit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** How many requests were refused for coming too often, by the sort of limit; never by address or key. */
final class LimitedRequests {

    private final Counter refused;

    LimitedRequests(MeterRegistry registry, String limit) {
        this.refused = Counter.builder("atlas.limits.refused").description("requests that came too often").tag("limit", limit)
                .register(registry);
    }

    void count() {
        refused.increment();
    }
}
