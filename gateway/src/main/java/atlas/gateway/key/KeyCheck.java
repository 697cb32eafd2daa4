package atlas.gateway.key;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToDoubleFunction;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;

import atlas.gateway.door.Refusal;
import atlas.gateway.partner.GrantsChanged;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/**
 * Finds out who sent a request. A key is read from the database off the event loop and remembered for some seconds, known or
 * not, so
 * that neither a busy partner nor a guesser keeps the database busy.
 */
@Singleton
public class KeyCheck {

    private static final Logger LOG = Logger.getLogger(KeyCheck.class);
    private static final String SCHEME = "Bearer ";
    private static final int MOST_REMEMBERED = 10_000;

    private final ApiKeyRepository keys;
    private final Vertx vertx;
    private final Clock clock;
    private final AsyncCache<String, Optional<KnownKey>> remembered;

    KeyCheck(ApiKeyRepository keys, Vertx vertx, Clock clock, KeyConfig config, MeterRegistry meters) {
        this.keys = keys;
        this.vertx = vertx;
        this.clock = clock;
        this.remembered = Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).expireAfterWrite(config.remembered()).recordStats()
                .buildAsync();
        count(meters, "remembered", CacheStats::hitCount);
        count(meters, "read", CacheStats::missCount);
    }

    private void count(MeterRegistry meters, String found, ToDoubleFunction<CacheStats> count) {
        FunctionCounter.builder("atlas.key.lookups", remembered, cache -> count.applyAsDouble(cache.synchronous().stats()))
                .tag("found", found).description("keys that were looked up, by where they were found").register(meters);
    }

    /** The caller by the Authorization headers of a request; a refusal when what they hold is no valid key of ours. */
    public Future<Caller> caller(List<String> authorization) {
        if (authorization.isEmpty()) {
            return Future.succeededFuture(Caller.ANONYMOUS);
        }
        String header = authorization.get(0);
        Optional<KeyText> text = authorization.size() == 1 && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? KeyText.read(header.substring(SCHEME.length()).strip())
                : Optional.empty();
        return text.map(this::holder).orElseGet(() -> Future.failedFuture(Refusal.keyRefused()));
    }

    /** Forgets them all, once the change is there to be read: changes are rare, and looking keys up again is cheap. */
    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) GrantsChanged changed) {
        remembered.synchronous().invalidateAll();
    }

    private Future<Caller> holder(KeyText text) {
        CompletableFuture<Optional<KnownKey>> known = remembered.get(text.id(), (id, executor) -> read(id));
        Future<Optional<KnownKey>> answer = known.isDone() && !known.isCompletedExceptionally()
                ? Future.succeededFuture(known.join())
                : Future.fromCompletionStage(known, vertx.getOrCreateContext()).recover(KeyCheck::unreachable);
        return answer.compose(found -> judge(text, found));
    }

    private Future<Caller> judge(KeyText text, Optional<KnownKey> found) {
        KnownKey key = found.orElse(KnownKey.NOBODYS);
        return key.isOpenedBy(text, clock.instant()) ? Future.succeededFuture(key.caller())
                : Future.failedFuture(Refusal.keyRefused());
    }

    private CompletableFuture<Optional<KnownKey>> read(String id) {
        return vertx.executeBlocking(() -> keys.known(id), false).toCompletionStage().toCompletableFuture();
    }

    private static Future<Optional<KnownKey>> unreachable(Throwable e) {
        LOG.warnf("a key could not be looked up: %s", e.toString());
        return Future.failedFuture(Refusal.unavailable("Keys cannot be checked at the moment; reading without one works."));
    }
}
