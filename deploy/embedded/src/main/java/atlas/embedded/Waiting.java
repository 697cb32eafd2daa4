package atlas.embedded;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for something that gives no sign of its own. */
public final class Waiting {

    private static final Duration STEP = Duration.ofMillis(50);

    private Waiting() {
    }

    /** Asks again and again; answers whether it came true in time. */
    public static boolean until(Duration patience, BooleanSupplier condition) {
        return until(patience, STEP, condition);
    }

    /** Likewise, with so much time between two questions. */
    public static boolean until(Duration patience, Duration step, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end || !pause(step)) {
                return false;
            }
        }
        return true;
    }

    private static boolean pause(Duration step) {
        try {
            Thread.sleep(step.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
