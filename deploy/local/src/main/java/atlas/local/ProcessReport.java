package atlas.local;

import java.time.Duration;
import java.time.Instant;

/**
 * How one process of the suite is at this moment.
 *
 * @param health {@code ready}, {@code not ready} or {@code stopped}
 * @param reason why it is not ready, or an empty string
 */
record ProcessReport(String name, long pid, int port, int managementPort, long memoryMiB, String health, String reason,
        long uptimeSeconds, int restarts, String log) {

    static final String READY = "ready";

    static ProcessReport of(SuiteStatus.Entry entry, Instant now) {
        if (!entry.isAlive()) {
            String reason = entry.pid() == 0 ? "starting, or its start failed" : "process " + entry.pid() + " has ended";
            return new ProcessReport(entry.name(), 0, entry.port(), entry.managementPort(), 0, "stopped", reason, 0,
                    entry.restarts(),
                    entry.log());
        }
        Health health = entry.managementPort() == 0 ? Health.ofListener(entry.port()) : Health.of(entry.managementPort());
        long uptime = Duration.between(Instant.parse(entry.started()), now).toSeconds();
        return new ProcessReport(entry.name(), entry.pid(), entry.port(), entry.managementPort(), Memory.mebibytes(entry.pid()),
                health.isReady() ? READY : "not ready", health.reason(), uptime, entry.restarts(), entry.log());
    }

    boolean isReady() {
        return READY.equals(health);
    }
}
