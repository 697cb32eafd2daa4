package atlas.gateway.export.making;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import atlas.gateway.export.ExportShelf;
import atlas.gateway.export.ExportsConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** Has the files made in the background, one set at a time, after the end of each interval. */
@Singleton
class ExportMaker {

    private static final Logger LOG = Logger.getLogger(ExportMaker.class);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration AGAIN = Duration.ofSeconds(3);

    private final SetUpdate update;
    private final ExportShelf shelf;
    private final ExportsConfig config;
    private final Clock clock;
    private final Timer times;
    private final Thread thread = new Thread(this::run, "exports");
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Instant began;
    private volatile Instant done = Instant.EPOCH;
    private boolean failing;

    ExportMaker(SetUpdate update, ExportShelf shelf, ExportsConfig config, Clock clock, MeterRegistry meters) {
        this.update = update;
        this.shelf = shelf;
        this.config = config;
        this.clock = clock;
        this.began = clock.instant();
        this.times = Timer.builder("atlas.exports.making").description("how long a set of files took to make")
                .register(meters);
    }

    void start(@Observes StartupEvent event, MeterRegistry meters) {
        if (!config.made()) {
            return;
        }
        Gauge.builder("atlas.exports.age", this::age).baseUnit("seconds")
                .description("how long ago the files were last known to be of the newest state").register(meters);
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
        thread.interrupt();
    }

    /** Where none could be made yet, they are as old as the process: who waits for them in vain must see it. */
    private double age() {
        return Duration.between(done.equals(Instant.EPOCH) ? began : done, clock.instant()).toMillis() / 1000.0;
    }

    private void run() {
        try {
            while (!stopping.await((failing ? AGAIN : LOOK).toMillis(), TimeUnit.MILLISECONDS)) {
                Instant end = lastEnd();
                if (end.isAfter(done)) {
                    updateOrComplain(end);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The end of the last interval of which all has arrived. */
    private Instant lastEnd() {
        long every = config.every().toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(clock.instant().minus(config.settle()).toEpochMilli(), every) * every);
    }

    private void updateOrComplain(Instant end) {
        long began = System.nanoTime();
        try {
            if (update.to(end)) {
                times.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
            }
            done = end;
            failing = false;
        } catch (IOException | RuntimeException e) {
            shelf.setStale(true);
            if (!failing && stopping.getCount() > 0) {
                LOG.warnf("the files of the data set cannot be made for now: %s", e.toString());
            }
            failing = true;
        }
    }
}
