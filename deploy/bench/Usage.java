import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the processes of the suite use from now on: processor time of each, and the memory of county-service at its peak. */
final class Usage {

    private static final List<String> PROCESSES = List.of("postgres", "kafka", "county-service", "scoring-service", "gateway");

    private final Suite suite;
    private final Map<String, Duration> before = new LinkedHashMap<>();
    private final Path ofCounty;
    private double heap;

    Usage(Suite suite) {
        this.suite = suite;
        ofCounty = Path.of("/proc", Long.toString(suite.pid("county-service")));
        PROCESSES.forEach(process -> before.put(process, processorTime(process)));
        try {
            Files.writeString(ofCounty.resolve("clear_refs"), "5"); // the kernel's peak counts from here
        } catch (IOException e) {
            System.out.println("  the peak of memory counts from the start of county-service: " + e.getMessage());
        }
    }

    /** Looks at the heap, which has no peak of its own to be read. */
    void look() throws Exception {
        heap = Math.max(heap, suite.heap("county-service"));
    }

    void report() throws IOException {
        String resident = Files.exists(ofCounty)
                ? Suite.find(Files.readString(ofCounty.resolve("status")), "VmHWM:\\s*(\\d+) kB")
                : "0";
        System.out.printf("  %-28s %8d MiB resident, %.0f MiB of heap with its garbage%n", "county-service at its peak",
                Long.parseLong(resident) / 1024, heap / (1 << 20));
        StringBuilder times = new StringBuilder();
        before.forEach((process, time) -> times.append(String.format("   %s %.1f s", process, processorTime(process).minus(time).toMillis() / 1e3)));
        System.out.printf("  %-28s%s%n", "processor time", times);
    }

    /** With its children: PostgreSQL has one for each connection. */
    private Duration processorTime(String process) {
        return ProcessHandle.of(suite.pid(process)).stream().flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
                .map(handle -> handle.info().totalCpuDuration().orElse(Duration.ZERO)).reduce(Duration.ZERO, Duration::plus);
    }
}
