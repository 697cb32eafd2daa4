package atlas.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

import atlas.embedded.Secrets;

/**
 * What the launcher writes down about its suite, for {@code deploy/status}.
 *
 * @param address of the public API
 * @param processes the launcher's children, in the order of their start
 */
record SuiteStatus(Entry launcher, String address, List<Entry> processes) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    SuiteStatus {
        processes = List.copyOf(processes);
    }

    /**
     * A process.
     *
     * @param pid 0 while there is none
     * @param managementPort 0 where there is none
     * @param started an instant, which tells the process from a later one with the same pid; empty while there is none
     */
    record Entry(String name, long pid, int port, int managementPort, String log, String started, int restarts) {

        static Entry starting(String name, int port, int managementPort, String log) {
            return new Entry(name, 0, port, managementPort, log, "", 0);
        }

        static Entry running(Part part, long pid, int restarts) {
            return new Entry(part.name(), pid, part.port(), part.managementPort(), part.log().toString(), startOf(pid),
                    restarts);
        }

        /** The process, if it still runs. */
        boolean isAlive() {
            return pid != 0 && !started.isEmpty() && started.equals(startOf(pid));
        }

        static String startOf(long pid) {
            return ProcessHandle.of(pid).flatMap(handle -> handle.info().startInstant()).map(Instant::toString).orElse("");
        }
    }

    void write(Path file) throws IOException {
        Secrets.write(file, JSON.writeValueAsString(this));
    }

    static SuiteStatus read(Path file) throws IOException {
        return JSON.readValue(Files.readString(file), SuiteStatus.class);
    }
}
