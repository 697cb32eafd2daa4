package atlas.gateway.limit;

import java.time.Clock;
import java.time.Duration;

import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import atlas.gateway.door.Refusal;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * Counts what is asked without changing anything, in this process: of each key by itself, and without a key of each address, so
 * that partners behind one address take nothing from each other. Who has the answer already (304) pays a tenth.
 */
@Singleton
public class ReadLimits {

    private static final CharSequence LIMIT = HttpHeaders.createOptimized("RateLimit");
    private static final CharSequence POLICY = HttpHeaders.createOptimized("RateLimit-Policy");
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_COUNTED = 100_000;
    /** Of a request: buckets hold whole numbers. */
    private static final int SHARES = 10;

    private final boolean exemptLoopback;
    private final Allowance ofAddress;
    private final Allowance ofKey;

    ReadLimits(LimitConfig config, MeterRegistry registry, Clock clock) {
        ClockTime time = new ClockTime(clock);
        this.exemptLoopback = config.exemptLoopback();
        this.ofAddress = new Allowance("anonymous", config.anonymousPerMinute(), time, registry);
        this.ofKey = new Allowance("key", config.keyPerMinute(), time, registry);
    }

    /** Takes one of the address's, and says in the answer's headers what is left; a refusal when nothing is. */
    public void ofAddress(RoutingContext context) {
        Origin origin = Origin.of(context.request().remoteAddress());
        if (!isExempt(origin)) {
            ofAddress.take(context, origin.network());
        }
    }

    /** The same of a key's. */
    public void ofKey(RoutingContext context, String keyId) {
        if (!exemptLoopback || !isExempt(Origin.of(context.request().remoteAddress()))) {
            ofKey.take(context, keyId);
        }
    }

    private boolean isExempt(Origin origin) {
        return exemptLoopback && origin.loopback();
    }

    /** So many a minute for each holder, told in the words of draft-ietf-httpapi-ratelimit-headers-10. */
    private static final class Allowance {

        private final String name;
        private final int perMinute;
        private final ClockTime time;
        private final CharSequence policy;
        private final LimitedRequests limited;
        private final Cache<String, Bucket> buckets = Caffeine.newBuilder().maximumSize(MOST_COUNTED)
                .expireAfterAccess(WINDOW.multipliedBy(2)).build();

        Allowance(String name, int perMinute, ClockTime time, MeterRegistry registry) {
            this.name = name;
            this.perMinute = perMinute;
            this.time = time;
            this.policy = HttpHeaders.createOptimized('"' + name + "\";q=" + perMinute + ";w=" + WINDOW.toSeconds());
            this.limited = new LimitedRequests(registry, name);
        }

        void take(RoutingContext context, String holder) {
            if (perMinute == 0) {
                return;
            }
            Bucket bucket = buckets.get(holder, unknown -> full());
            ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(SHARES);
            MultiMap headers = context.response().headers().set(POLICY, policy);
            tell(headers, probe, 0);
            if (!probe.isConsumed()) {
                limited.count();
                throw Refusal.tooMany("There were more than " + perMinute + " requests a minute, this one not counted: "
                        + "If-None-Match makes them cheaper, and a stream spares them.",
                        Seconds.roundedUp(probe.getNanosToWaitForRefill()));
            }
            context.addHeadersEndHandler(done -> {
                if (context.response().getStatusCode() == 304) {
                    bucket.addTokens(SHARES - 1);
                    tell(headers, probe, SHARES - 1);
                }
            });
        }

        private Bucket full() {
            long all = (long) perMinute * SHARES;
            return Bucket.builder().withCustomTimePrecision(time)
                    .addLimit(limit -> limit.capacity(all).refillGreedy(all, WINDOW)).build();
        }

        private void tell(MultiMap headers, ConsumptionProbe probe, int givenBack) {
            headers.set(LIMIT, '"' + name + "\";r=" + (probe.getRemainingTokens() + givenBack) / SHARES + ";t="
                    + Seconds.roundedUp(probe.getNanosToWaitForReset()));
        }
    }
}
