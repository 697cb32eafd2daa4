package atlas.gateway.stream;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Singleton;

import atlas.gateway.door.Refusal;
import atlas.gateway.key.Caller;
import atlas.gateway.limit.LimitConfig;
import atlas.gateway.limit.Origin;

/** How many streams are open: in all, of each key, and without a key of each address. */
@Singleton
class StreamLimits {

    private static final long SECONDS = 30;

    private final StreamConfig config;
    private final boolean exemptLoopback;
    private final AtomicInteger open = new AtomicInteger();
    private final Map<String, Integer> byHolder = new ConcurrentHashMap<>();

    StreamLimits(StreamConfig config, LimitConfig limits) {
        this.config = config;
        this.exemptLoopback = limits.exemptLoopback();
    }

    int open() {
        return open.get();
    }

    /** Takes a place, to be given back when the stream is over; a refusal when none is free. */
    Runnable take(Caller caller, Origin origin) {
        if (open.incrementAndGet() > config.max()) {
            open.decrementAndGet();
            throw Refusal.tooMany("No more streams can be opened here at the moment.", SECONDS);
        }
        if (exemptLoopback && origin.loopback()) {
            return open::decrementAndGet;
        }
        String holder = caller.isAnonymous() ? origin.network() : "key " + caller.keyId();
        int most = caller.isAnonymous() ? config.perAddress() : config.perKey();
        if (byHolder.merge(holder, 1, Integer::sum) > most) {
            giveBack(holder);
            throw Refusal.tooMany("There are " + most + " streams already "
                    + (caller.isAnonymous() ? "from this address." : "of this key."), SECONDS);
        }
        return () -> giveBack(holder);
    }

    private void giveBack(String holder) {
        byHolder.computeIfPresent(holder, (key, count) -> count == 1 ? null : count - 1);
        open.decrementAndGet();
    }
}
