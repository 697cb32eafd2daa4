package atlas.gateway.limit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import atlas.gateway.door.Refusal;

/** How many of something that lasts are open: in all, of each key, and without a key of each address. */
public final class OpenPlaces {

    private static final long SECONDS = 30;

    private final String plural;
    private final Most most;
    private final AtomicInteger open = new AtomicInteger();
    private final Map<String, Integer> byHolder = new ConcurrentHashMap<>();

    /** @param plural what is open, for the refusal */
    public OpenPlaces(String plural, Most most) {
        this.plural = plural;
        this.most = most;
    }

    /**
     * How many there may be.
     *
     * @param exemptLoopback whether those from this machine itself count in all only
     */
    public record Most(int all, int perKey, int perAddress, boolean exemptLoopback) {
    }

    public int open() {
        return open.get();
    }

    /**
     * Takes a place, to be given back when it is over; a refusal when none is free.
     *
     * @param key null without one
     */
    public Runnable take(String key, Origin origin) {
        if (open.incrementAndGet() > most.all()) {
            open.decrementAndGet();
            throw Refusal.tooMany("No more " + plural + " can be opened here at the moment.", SECONDS);
        }
        if (most.exemptLoopback() && origin.loopback()) {
            return open::decrementAndGet;
        }
        String holder = key == null ? origin.network() : "key " + key;
        int allowed = key == null ? most.perAddress() : most.perKey();
        if (byHolder.merge(holder, 1, Integer::sum) > allowed) {
            giveBack(holder);
            throw Refusal.tooMany("There are " + allowed + " " + plural + " already "
                    + (key == null ? "from this address." : "of this key."), SECONDS);
        }
        return () -> giveBack(holder);
    }

    private void giveBack(String holder) {
        byHolder.computeIfPresent(holder, (key, count) -> count == 1 ? null : count - 1);
        open.decrementAndGet();
    }
}
