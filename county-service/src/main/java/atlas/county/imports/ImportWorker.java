package atlas.county.imports;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import atlas.county.imports.ImportWork.Position;
import atlas.events.database.DatabaseRefusal;
import atlas.events.health.Loop;
import atlas.events.health.Loops;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** The thread that works on imports. Every replica has one; they never work on the same import at the same time. */
@ApplicationScoped
class ImportWorker {

    private static final Logger LOG = Logger.getLogger(ImportWorker.class);
    private static final int MOST_FAILURES = 3;
    /** A file of ICE's is looked through as a whole, once. */
    private static final Duration LONGEST_TURN = Duration.ofMinutes(10);
    private static final int SHARE = 4;
    private static final int LONGEST_LINE = 300;
    private static final long PAUSE_MILLIS = 200;

    private final ImportWork work;
    private final OldRows oldRows;
    private final ImportsConfig config;
    private final Semaphore wakeUps = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "imports");
    private final Loop loop;
    private volatile boolean stopping;
    private Position current;
    private int limit;
    private int failures;

    ImportWorker(ImportWork work, OldRows oldRows, ImportsConfig config, Loops loops) {
        this.work = work;
        this.oldRows = oldRows;
        this.config = config;
        this.limit = config.chunk();
        this.loop = loops.of("imports", LONGEST_TURN);
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
        loop.close();
    }

    private void run() {
        while (!stopping) {
            loop.turns();
            try {
                boolean worked = work.step(limit, position -> current = position);
                limit = Math.min(config.chunk(), 2 * limit);
                failures = 0;
                pause(worked || cleared() ? 0 : config.pollInterval().toMillis());
            } catch (Throwable e) { // an Error, too, must not end the only thread that works on imports
                failed(e);
            }
        }
    }

    /** Fewer rows are taken after a failure, down to one, so that one that cannot be recorded keeps back no other. */
    private void failed(Throwable failure) {
        DatabaseRefusal told = DatabaseRefusal.of(failure);
        LOG.warnf("%s could not be taken: %s", rows(), told == null ? oneLine(failure) : told);
        LOG.debug("what kept them", failure);
        boolean data = told != null && told.isOfTheValues();
        if (told == null || !told.isPassing()) {
            failures = limit == 1 ? failures + 1 : 0;
            if (limit == 1 && (data || failures > MOST_FAILURES)) {
                refuse(told, failure);
            }
            limit = Math.max(1, limit / SHARE);
        }
        pause(data ? 0 : PAUSE_MILLIS);
    }

    private void refuse(DatabaseRefusal told, Throwable failure) {
        try {
            if (told == null) {
                LOG.errorf(failure, "%s cannot be recorded", rows()); // a fault of ours: where it is, counts
            } else {
                LOG.errorf("%s cannot be recorded: %s", rows(), told);
            }
            work.refuseNext(current.id());
            failures = 0;
        } catch (Throwable e) {
            LOG.warnf("nor can that be written down now: %s", oneLine(e));
        }
    }

    private String rows() {
        return current == null ? "the next import"
                : "import " + current.id() + (limit == 1 ? ", row " : ", rows from ") + current.row();
    }

    private static String oneLine(Throwable failure) {
        String line = failure.toString().lines().findFirst().orElse("");
        return line.substring(0, Math.min(line.length(), LONGEST_LINE));
    }

    /** Whether old rows were deleted, for which there is time when no import waits. */
    private boolean cleared() {
        try {
            return oldRows.deleteSome();
        } catch (Throwable e) { // nor may this end the thread
            LOG.warnf("old rows could not be deleted: %s", oneLine(e));
            LOG.debug("what kept them", e);
            return false;
        }
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
