package atlas.events.outbox;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jboss.logging.Logger;

import atlas.events.testing.Tables;

/** Ends the session of whoever leads the relays, again and again. */
final class LeaderHunt implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger("atlas.relay-test");
    private static final String END_LEADERS = """
            SELECT pid FROM (SELECT pid, pg_terminate_backend(pid) FROM pg_locks
                WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
            ) AS ended""";

    private final Tables tables;
    private final ScheduledExecutorService hunter = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger ended = new AtomicInteger();
    private final Set<String> sessions = new HashSet<>();

    LeaderHunt(Tables tables) {
        this.tables = tables;
    }

    LeaderHunt every(long millis) {
        hunter.scheduleAtFixedRate(this::endLeader, millis, millis, TimeUnit.MILLISECONDS);
        return this;
    }

    private void endLeader() {
        try {
            if (sessions.addAll(tables.strings(END_LEADERS))) {
                ended.incrementAndGet();
            }
        } catch (IllegalStateException busy) {
            LOG.debug("no connection was free for the hunt, which goes on", busy);
        }
    }

    /** How many leaders lost their session. */
    int ended() {
        return ended.get();
    }

    @Override
    public void close() throws InterruptedException {
        hunter.shutdown();
        hunter.awaitTermination(60, TimeUnit.SECONDS);
    }
}
