package atlas.gateway.limit;

import java.time.Clock;
import java.time.Duration;

import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import atlas.gateway.door.Refusal;
import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts the keys from an address that were none of ours, ten a minute; then none from there is looked at. */
@Singleton
public class FailedKeys {

    private static final int MOST = 10;
    private static final Duration WHILE = Duration.ofMinutes(1);
    private static final int MOST_ADDRESSES = 100_000;

    private final boolean exemptLoopback;
    private final LimitedRequests limited;
    private final ClockTime time;
    private final Cache<String, Bucket> left = Caffeine.newBuilder().maximumSize(MOST_ADDRESSES)
            .expireAfterAccess(WHILE.multipliedBy(2)).build();

    FailedKeys(LimitConfig config, MeterRegistry registry, Clock clock) {
        this.exemptLoopback = config.exemptLoopback();
        this.limited = new LimitedRequests(registry, "failed-keys");
        this.time = new ClockTime(clock);
    }

    /** Refuses when the address has used up its failures. */
    public void check(Origin origin) {
        Bucket bucket = left.getIfPresent(origin.network());
        if (bucket != null && bucket.getAvailableTokens() == 0) {
            limited.count();
            long nanos = bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
            throw Refusal.tooMany("Too many keys from this address were not valid. Reading without a key goes on.",
                    Seconds.roundedUp(nanos));
        }
    }

    public void note(Origin origin) {
        if (!exemptLoopback || !origin.loopback()) {
            left.get(origin.network(), network -> Bucket.builder().withCustomTimePrecision(time)
                    .addLimit(limit -> limit.capacity(MOST).refillIntervally(MOST, WHILE)).build()).tryConsume(1);
        }
    }
}
