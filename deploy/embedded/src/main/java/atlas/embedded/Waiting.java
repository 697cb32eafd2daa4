package atlas.embedded;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for something that gives no sign of its own. */
public final class Waiting {

    private static final long STEP_MILLIS = 50;

    private Waiting() {
    }

    /** Asks again and again; answers whether it came true in time. */
    public static boolean until(Duration patience, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end || !pause()) {
                return false;
            }
        }
        return true;
    }

    private static boolean pause() {
        try {
            Thread.sleep(STEP_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
