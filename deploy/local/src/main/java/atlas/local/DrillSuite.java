package atlas.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import atlas.embedded.Databases;
import atlas.embedded.LiveProcess;
import atlas.embedded.PostgresServer;
import atlas.embedded.Waiting;

/** A suite that the drill starts as people do, with {@code deploy/up}, on free ports. */
final class DrillSuite implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final Duration LONGEST_STOP = Duration.ofMinutes(1);

    private final Path data;
    private final Path output;
    private final Process process;

    private DrillSuite(Path data, List<String> options) throws IOException {
        this.data = data;
        this.output = data.resolveSibling(data.getFileName() + ".log");
        List<String> command = Stream.concat(Stream.of(Up.home().resolve("deploy/up").toString(), "--data", data.toString(),
                "--port", "0", "--internal-ports", "0"), options.stream()).toList();
        this.process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    }

    /** Returns when it is ready. */
    static DrillSuite start(Path data, String... options) throws IOException {
        DrillSuite suite = new DrillSuite(data, List.of(options));
        boolean settled = Waiting.until(LONGEST_START, () -> suite.isReady() || !suite.process.isAlive());
        if (!settled || !suite.process.isAlive()) {
            suite.close();
            throw new CannotStartException("the suite did not start: see " + suite.output);
        }
        return suite;
    }

    private boolean isReady() {
        try {
            return Files.exists(output) && Files.readString(output).contains("is ready (");
        } catch (IOException e) {
            return false;
        }
    }

    Path data() {
        return data;
    }

    String address() {
        return RunningData.status(data).address();
    }

    AdminApi admin() {
        return new AdminApi(address(), key());
    }

    String key() {
        return DemoKeys.read(data.resolve("keys")).admin();
    }

    Databases databases() {
        return PostgresServer.superuser(data.resolve("postgres"), port("postgres"));
    }

    String bootstrapServers() {
        return "127.0.0.1:" + port("kafka");
    }

    private int port(String name) {
        return RunningData.status(data).processes().stream().filter(entry -> entry.name().equals(name)).findFirst()
                .orElseThrow().port();
    }

    /** As Ctrl-C does. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                LiveProcess.of(process.pid()).ifPresent(launcher -> launcher.handle().destroyForcibly());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
