package atlas.county.imports;

import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** The thread that works on imports. Every replica has one; they never work on the same import at the same time. */
@ApplicationScoped
class ImportWorker {

    private static final Logger LOG = Logger.getLogger(ImportWorker.class);
    /** Data that the database refuses: form and integrity. */
    private static final Set<String> REFUSED_DATA = Set.of("22", "23");
    /** What passes, and is tried again: lost connections, deadlocks, full disks, locks, shutdowns. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57", "58");
    private static final int MOST_FAILURES = 3;
    private static final int SHARE = 4;
    private static final long PAUSE_MILLIS = 200;

    private final ImportWork work;
    private final ImportsConfig config;
    private final Semaphore wakeUps = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "imports");
    private volatile boolean stopping;
    private UUID current;
    private int limit;
    private int failures;

    ImportWorker(ImportWork work, ImportsConfig config) {
        this.work = work;
        this.config = config;
        this.limit = config.chunk();
    }

    /** Has it look for work now rather than at the next interval. */
    void wake() {
        wakeUps.release();
    }

    void start(@Observes StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        stopping = true;
        wake();
        thread.join(TimeUnit.SECONDS.toMillis(10));
    }

    private void run() {
        while (!stopping) {
            try {
                boolean worked = work.step(limit, id -> current = id);
                limit = Math.min(config.chunk(), 2 * limit);
                failures = 0;
                pause(worked ? 0 : config.pollInterval().toMillis());
            } catch (Throwable e) { // an Error, too, must not end the only thread that works on imports
                failed(e);
            }
        }
    }

    /** Fewer rows are taken after a failure, down to one, so that one that cannot be recorded keeps back no other. */
    private void failed(Throwable failure) {
        LOG.warnf("rows of an import could not be taken: %s", failure.getMessage());
        LOG.debug("what kept them", failure);
        String state = sqlState(failure);
        boolean data = REFUSED_DATA.contains(state);
        if (!PASSING.contains(state)) {
            failures = limit == 1 ? failures + 1 : 0;
            if (limit == 1 && (data || failures > MOST_FAILURES)) {
                refuse(failure);
            }
            limit = Math.max(1, limit / SHARE);
        }
        pause(data ? 0 : PAUSE_MILLIS);
    }

    private void refuse(Throwable failure) {
        try {
            LOG.errorf(failure, "a row of import %s cannot be recorded", current);
            work.refuseNext(current);
            failures = 0;
        } catch (Throwable e) {
            LOG.warnf("nor can that be written down now: %s", e.getMessage());
        }
    }

    /** The class of the database's error; empty when it said nothing. */
    private static String sqlState(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null && sql.getSQLState().length() == 5) {
                return sql.getSQLState().substring(0, 2);
            }
        }
        return "";
    }

    private void pause(long millis) {
        try {
            if (millis > 0 && wakeUps.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                wakeUps.drainPermits();
            }
        } catch (InterruptedException e) {
            stopping = true;
        }
    }
}
