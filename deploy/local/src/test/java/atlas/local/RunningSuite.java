package atlas.local;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import atlas.embedded.FreePorts;
import atlas.embedded.KafkaHome;

/** The packaged suite, started by the very command that people use, on free ports and in a folder of its own. */
final class RunningSuite implements AutoCloseable {

    /**
     * For who never asks for the files of the data set, which take the processor a second or two whenever something was
     * written.
     */
    static final Map<String, String> WITHOUT_EXPORTS = Map.of("ATLAS_EXPORTS_MADE", "false");

    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path home = Path.of(System.getProperty("atlas.home"));
    private final Path data;
    private final Path programs;
    private final Process process;
    private final List<String> output = new CopyOnWriteArrayList<>();

    private RunningSuite(Path data, Map<String, String> environment, List<String> options) throws IOException {
        this.data = data;
        List<String> command = Stream
                .concat(Stream.of(home.resolve("deploy/up").toString(), "--data", data.toString(), "--port", "0",
                        "--internal-ports", "0"), options.stream())
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().put(FreePorts.SHARE, System.getProperty(FreePorts.SHARE_PROPERTY, "0"));
        programs = lentPrograms(data);
        process = builder.start();
        Thread reader = new Thread(this::readOutput, "suite-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts it and returns when it says that it is ready. */
    static RunningSuite start(Path data, String... options) throws IOException, InterruptedException {
        return start(data, Map.of(), options);
    }

    /** The same, with settings beside those of our own environment. */
    static RunningSuite start(Path data, Map<String, String> environment, String... options)
            throws IOException, InterruptedException {
        RunningSuite suite = new RunningSuite(data, environment, List.of(options));
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (suite.output.stream().noneMatch(line -> line.contains("is ready ("))) {
            if (!suite.process.isAlive() || System.nanoTime() > deadline) {
                suite.close();
                throw new IllegalStateException("the suite did not start:\n" + String.join("\n", suite.output));
            }
            suite.process.waitFor(50, TimeUnit.MILLISECONDS);
        }
        return suite;
    }

    /** The public address. */
    String address() throws IOException {
        return status().get("address").textValue();
    }

    /** Returns when the files of the data set are there, which are made some seconds after the start. */
    RunningSuite withExports() throws IOException {
        String exports = address() + "/v1/exports";
        await().atMost(LONGEST_START).pollInterval(Duration.ofMillis(500))
                .until(() -> given().get(exports).statusCode() == 200);
        return this;
    }

    /** A demo key by its role, from the file that the gateway wrote. */
    String key(String role) throws IOException {
        return Files.readAllLines(data.resolve("keys")).stream().map(line -> line.split("\\s+"))
                .filter(words -> words[0].equals(role)).findFirst().orElseThrow()[1];
    }

    /** What the launcher wrote down about its processes. */
    JsonNode status() throws IOException {
        return JSON.readTree(Files.readString(data.resolve("status.json")));
    }

    /** What {@code deploy/status --json} says, and how it exits. */
    StatusAnswer askStatus() throws IOException, InterruptedException {
        Process status = new ProcessBuilder(home.resolve("deploy/status").toString(), "--json", "--data", data.toString())
                .start();
        String text = new String(status.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new StatusAnswer(status.waitFor(), JSON.readTree(text));
    }

    /** The pid of a process by its name. */
    long pid(String name) throws IOException {
        return number(name, "pid");
    }

    /** The port of a process by its name. */
    int port(String name) throws IOException {
        return (int) number(name, "port");
    }

    private long number(String name, String field) throws IOException {
        for (JsonNode entry : status().get("processes")) {
            if (entry.get("name").textValue().equals(name)) {
                return entry.get(field).longValue();
            }
        }
        return 0;
    }

    /** The addresses at which Kafka is found. */
    String bootstrap() throws IOException {
        List<String> brokers = new ArrayList<>();
        for (JsonNode entry : status().get("processes")) {
            if (entry.get("name").textValue().startsWith("kafka")) {
                brokers.add("localhost:" + entry.get("port").intValue());
            }
        }
        return String.join(",", brokers);
    }

    Path data() {
        return data;
    }

    /** Its processes as the system sees them, those included that are just being started. */
    Stream<ProcessHandle> children() {
        return process.children();
    }

    /** The pids of all processes of the suite. */
    List<Long> pids() throws IOException {
        return status().get("processes").findValues("pid").stream().map(JsonNode::longValue).toList();
    }

    List<String> output() {
        return output;
    }

    /** Asks it to stop, as Ctrl-C or a service manager would, and returns its exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the suite did not stop");
        }
        return process.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
        if (process.isAlive()) {
            stop();
        }
        programs.toFile().delete(); // the link alone
    }

    /**
     * PostgreSQL's programs as the tests of other modules unpacked them, so that not every suite does: a link in the folder.
     */
    private static Path lentPrograms(Path data) throws IOException {
        try (DataFolder folder = DataFolder.open(data)) {
            Path unpacked = Files.createDirectories(KafkaHome.find().folder().resolveSibling("postgres"));
            return Files.exists(folder.programs()) ? folder.programs()
                    : Files.createSymbolicLink(folder.programs(), unpacked);
        }
    }

    private void readOutput() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(output::add);
        } catch (IOException | UncheckedIOException e) {
            output.add("the output ended: " + e.getMessage());
        }
    }

    record StatusAnswer(int exitCode, JsonNode body) {
    }
}
