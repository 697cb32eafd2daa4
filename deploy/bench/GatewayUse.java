import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the gateway uses: its memory, looked at several times, each after a collection, so that what is left is what is held; and its
 * processor time for deliveries.
 */
final class GatewayUse {

    private static final double KIB = 1024;

    private final Suite suite;
    private final long pid;
    private final List<Look> looks = new ArrayList<>();
    private Ticks working;
    private Ticks worked;

    GatewayUse(Suite suite) {
        this.suite = suite;
        pid = suite.pid("gateway");
    }

    /** In bytes. */
    private record Look(double resident, double heap) {
    }

    /** Hundredths of a second, in our code and in the system's. */
    private record Ticks(long user, long system) {
    }

    void work() throws IOException {
        working = ticks();
    }

    void rest() throws IOException {
        worked = ticks();
    }

    private Ticks ticks() throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return new Ticks(Long.parseLong(fields[11]), Long.parseLong(fields[12]));
    }

    void look() throws Exception {
        collect();
        String status = Files.readString(Path.of("/proc", Long.toString(pid), "status"));
        double resident = Long.parseLong(Suite.find(status, "VmRSS:\\s*(\\d+) kB")) * KIB;
        looks.add(new Look(resident, suite.heap("gateway")));
    }

    private void collect() throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home") + File.separator + "bin" + File.separator + "jcmd");
        if (Files.exists(jcmd)) {
            Process process = new ProcessBuilder(jcmd.toString(), Long.toString(pid), "GC.run").redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            process.waitFor();
        }
    }

    /** Before, with all connected, and after the delivery. */
    void report(int subscribers, int deliveries) {
        long user = worked.user() - working.user();
        long system = worked.system() - working.system();
        System.out.printf("  %-28s %8.1f us a delivery, %.0f %% of it in the system%n", "gateway processor time", (user + system) * 1e4 / deliveries,
                100.0 * system / Math.max(1, user + system));
        Look before = looks.get(0);
        System.out.printf("  %-28s %8.1f MiB before, %.1f connected, %.1f after: %.1f and %.1f KiB a subscriber%n", "gateway resident",
                mib(before.resident), mib(looks.get(1).resident), mib(looks.get(2).resident),
                (looks.get(1).resident - before.resident) / KIB / subscribers, (looks.get(2).resident - before.resident) / KIB / subscribers);
        System.out.printf("  %-28s %8.1f MiB before, %.1f connected, %.1f after: %.1f and %.1f KiB a subscriber%n", "gateway heap in use",
                mib(before.heap), mib(looks.get(1).heap), mib(looks.get(2).heap), (looks.get(1).heap - before.heap) / KIB / subscribers,
                (looks.get(2).heap - before.heap) / KIB / subscribers);
    }

    private static double mib(double bytes) {
        return bytes / KIB / KIB;
    }
}
