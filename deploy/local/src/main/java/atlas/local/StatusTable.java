package atlas.local;

import java.util.ArrayList;
import java.util.List;

/** The suite's processes as a table for the terminal. */
record StatusTable(List<ProcessReport> processes) {

    private static final String ROW = "%-18s %8s %6s %6s %8s %9s %8s  %-10s %s";
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(ROW, "PROCESS", "PID", "PORT", "MGMT", "MEMORY", "UPTIME", "RESTARTS", "HEALTH", "LOG")
                .stripTrailing());
        processes.forEach(process -> lines.add(row(process)));
        processes.stream().filter(process -> !process.reason().isEmpty())
                .forEach(process -> lines.add(process.name() + ": " + process.reason()));
        lines.add("memory in all: " + totalMiB() + " MiB");
        return String.join(System.lineSeparator(), lines);
    }

    long totalMiB() {
        return processes.stream().mapToLong(ProcessReport::memoryMiB).sum();
    }

    private static String row(ProcessReport process) {
        return String
                .format(ROW, process.name(), orDash(process.pid()), orDash(process.port()), orDash(process.managementPort()),
                        process.memoryMiB() + " MiB", uptime(process.uptimeSeconds()), process.restarts(), process.health(),
                        process.log())
                .stripTrailing();
    }

    private static String orDash(long number) {
        return number == 0 ? "-" : Long.toString(number);
    }

    static String uptime(long seconds) {
        if (seconds < MINUTE) {
            return seconds + " s";
        }
        return seconds < HOUR ? seconds / MINUTE + " min" : seconds / HOUR + " h " + seconds % HOUR / MINUTE + " min";
    }
}
