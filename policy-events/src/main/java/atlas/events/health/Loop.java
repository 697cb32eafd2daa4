package atlas.events.health;

import java.time.Duration;

/** A task that is done again and again on a thread of its own; it says each time that it goes round. */
public final class Loop implements AutoCloseable {

    private final String name;
    private final Duration patience;
    private volatile long last;
    private volatile boolean runs;

    Loop(String name, Duration patience) {
        this.name = name;
        this.patience = patience;
    }

    /** It goes on: called at every turn, whatever came of the turn. */
    public void turns() {
        last = System.nanoTime();
        runs = true;
    }

    /** It has ended, as it should. */
    @Override
    public void close() {
        runs = false;
    }

    String name() {
        return name;
    }

    Duration since() {
        return runs ? Duration.ofNanos(System.nanoTime() - last) : Duration.ZERO;
    }

    boolean hangs() {
        return since().compareTo(patience) > 0;
    }
}
