package atlas.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How much memory processes hold. */
final class Memory {

    private static final long KIB_PER_MIB = 1024;

    private Memory() {
    }

    /** Of a process and its children, in MiB: what is resident of it, and of each child what it does not share with others. */
    static long mebibytes(long pid) {
        long children = ProcessHandle.of(pid)
                .map(handle -> handle.descendants().mapToLong(child -> proportional(child.pid())).sum())
                .orElse(0L);
        return (resident(pid) + children) / KIB_PER_MIB;
    }

    private static long resident(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        return Files.exists(status) ? kibibytes(status, "VmRSS:") : fromPs(pid);
    }

    private static long proportional(long pid) {
        Path rollup = Path.of("/proc", Long.toString(pid), "smaps_rollup");
        long kibibytes = Files.exists(rollup) ? kibibytes(rollup, "Pss:") : 0;
        return kibibytes > 0 ? kibibytes : resident(pid);
    }

    private static long kibibytes(Path file, String label) {
        try {
            return Files.readAllLines(file).stream().filter(line -> line.startsWith(label))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElse(0);
        } catch (IOException e) {
            return 0; // it has ended
        }
    }

    private static long fromPs(long pid) {
        List<String> command = List.of("ps", "-o", "rss=", "-p", Long.toString(pid));
        try (BufferedReader answer = new BufferedReader(
                new InputStreamReader(new ProcessBuilder(command).start().getInputStream(), StandardCharsets.UTF_8))) {
            String line = answer.readLine();
            return line == null ? 0 : Long.parseLong(line.strip());
        } catch (IOException e) {
            return 0;
        }
    }
}
