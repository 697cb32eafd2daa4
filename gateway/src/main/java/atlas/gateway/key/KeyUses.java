package atlas.gateway.key;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/** Keeps when each key was last used: off the way of the requests, and at most once a minute for a key. */
@Singleton
public class KeyUses {

    private static final Logger LOG = Logger.getLogger(KeyUses.class);
    private static final Duration NOTED_FOR = Duration.ofMinutes(1);

    private final ApiKeyRepository keys;
    private final Vertx vertx;
    private final Duration every;
    private final Map<String, Instant> unwritten = new ConcurrentHashMap<>();
    private final Cache<String, Boolean> noted = Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(NOTED_FOR).build();

    KeyUses(ApiKeyRepository keys, Vertx vertx, KeyConfig config) {
        this.keys = keys;
        this.vertx = vertx;
        this.every = config.usesWrittenEvery();
    }

    void atStart(@Observes StartupEvent start) {
        vertx.setPeriodic(every.toMillis(), time -> vertx.executeBlocking(this::write, false));
    }

    void atEnd(@Observes ShutdownEvent end) {
        write();
    }

    void note(String keyId, Instant at) {
        if (noted.getIfPresent(keyId) == null) {
            noted.put(keyId, true);
            unwritten.put(keyId, at);
        }
    }

    private Void write() {
        for (String id : unwritten.keySet()) {
            Instant at = unwritten.remove(id);
            try {
                keys.used(id, at);
            } catch (RuntimeException e) {
                // it is used again within the minute, or was not important
                LOG.warnf("the last use of key %s could not be kept: %s", id, e.toString());
            }
        }
        return null;
    }
}
