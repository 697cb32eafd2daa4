package atlas.scoring.simulation;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.service.problem.ProblemException;

/**
 * Lets so many simulations run at once, and has a few more wait for a while. Whoever waits holds a thread that others
 * need: the line is short.
 */
@ApplicationScoped
class Turnstile {

    private static final int LONGEST_LINE = 20;

    private final Semaphore places;
    private final Semaphore line = new Semaphore(LONGEST_LINE);
    private final Duration patience;

    Turnstile(SimulationConfig config) {
        this.places = new Semaphore(config.atOnce(), true);
        this.patience = config.patience();
    }

    /** @throws ProblemException 503 if no turn came in time */
    <T> T pass(Supplier<T> work) {
        if (!isMyTurn()) {
            throw ProblemException.unavailable("Too many simulations are running: send it again in a moment.", patience);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private boolean isMyTurn() {
        if (!line.tryAcquire()) {
            return false;
        }
        try {
            return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            line.release();
        }
    }
}
