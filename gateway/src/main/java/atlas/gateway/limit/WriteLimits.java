package atlas.gateway.limit;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import atlas.gateway.door.Refusal;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;

/** Counts the writes of each partner in this process, all its keys together. */
@Singleton
public class WriteLimits {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final boolean exemptLoopback;
    private final LimitedRequests limited;
    private final ClockTime time;
    private final Cache<Quota, Bucket> buckets = Caffeine.newBuilder().maximumSize(100_000)
            .expireAfterAccess(WINDOW.multipliedBy(2)).build();

    WriteLimits(LimitConfig config, MeterRegistry registry, Clock clock) {
        this.exemptLoopback = config.exemptLoopback();
        this.limited = new LimitedRequests(registry, "writes");
        this.time = new ClockTime(clock);
    }

    /** Takes one write of so many a minute, and says in the answer's headers what is left; a refusal when nothing is. */
    public void take(RoutingContext context, UUID partner, int perMinute) {
        if (exemptLoopback && Origin.of(context.request().remoteAddress()).loopback()) {
            return;
        }
        Bucket bucket = buckets.get(new Quota(partner, perMinute), quota -> Bucket.builder().withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, WINDOW)).build());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        context.response().putHeader("RateLimit-Policy", "\"writes\";q=" + perMinute + ";w=" + WINDOW.toSeconds())
                .putHeader("RateLimit", "\"writes\";r=" + probe.getRemainingTokens() + ";t="
                        + Seconds.roundedUp(probe.getNanosToWaitForReset()));
        if (!probe.isConsumed()) {
            limited.count();
            throw Refusal.tooMany("The partner may write " + perMinute + " times a minute.",
                    Seconds.roundedUp(probe.getNanosToWaitForRefill()));
        }
    }

    /** A changed limit begins with a full bucket. */
    private record Quota(UUID partner, int perMinute) {
    }
}
