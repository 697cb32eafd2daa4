package atlas.local;

import java.util.concurrent.CountDownLatch;

/** The end of the suite: on a signal, or because it cannot start. Either way nothing is left running. */
final class Stop {

    private final Suite suite;
    private final Console console;
    private boolean begun;

    Stop(Suite suite, Console console) {
        this.suite = suite;
        this.console = console;
        Runtime.getRuntime().addShutdownHook(new Thread(this::onSignal, "stop"));
    }

    private void onSignal() {
        synchronized (this) {
            if (begun) {
                return; // the JVM ends because the start failed
            }
            begun = true;
        }
        console.say("stopping…");
        suite.stop();
        console.say("stopped");
        // To be told to stop is no failure.
        Runtime.getRuntime().halt(0);
    }

    /** Waits for a signal, whose handling ends the JVM. */
    void await() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    /** Stops because of a failure, unless the failure comes from being stopped. */
    void becauseOf(RuntimeException failure, DataFolder folder) throws InterruptedException {
        boolean signalled;
        synchronized (this) {
            signalled = begun;
            begun = true;
        }
        if (signalled) {
            await();
        }
        String full = folder.isFull() ? "the disk of " + folder.path() + " is full: " : "";
        console.complain("deploy/up: " + full + Failures.inOneLine(failure));
        console.say("stopping…");
        suite.stop();
    }
}
