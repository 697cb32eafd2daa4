package atlas.local;

import java.nio.file.Path;
import java.time.Duration;

import atlas.embedded.ChildProcess;

/** One of the suite's processes: how it is started, and where it is found. */
interface Part {

    String name();

    int port();

    /** Where it tells its health, or 0. */
    int managementPort();

    Path log();

    /**
     * Starts it and returns when it is ready. Interrupted before, it leaves nothing running.
     *
     * @throws RuntimeException with the reason in one line
     */
    Running start();

    /** A part that runs, and how it is asked to end. */
    record Running(ChildProcess process, String stopSignal, Duration patience) {

        void stop() {
            process.stop(stopSignal, patience);
        }
    }
}
