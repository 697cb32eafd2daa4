package atlas.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Kafka broker of our own on the loopback address, alone or one of several: a controller, too, and a process of its own. */
public final class KafkaBroker {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(10);
    private static final String STARTED = "Kafka Server started";
    private static final List<String> JVM = List.of("-Xms64m", "-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
            "-Xshare:auto", "-Dfile.encoding=UTF-8", "-Dorg.slf4j.simpleLogger.showDateTime=true",
            "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            // The line that tells that it is ready.
            "-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info");

    private final ChildProcess process;
    private final int port;

    private KafkaBroker(ChildProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts a broker that is alone, on the data of an earlier run if there is any, and returns when it is ready. */
    public static KafkaBroker start(Path folder, Path log, int port, int controllerPort) {
        return new KafkaCluster(folder, List.of(port), List.of(controllerPort)).start(1, log);
    }

    static KafkaBroker start(KafkaCluster cluster, int number, Path log) {
        try {
            Files.createDirectories(cluster.storage(number));
            new KafkaSettings(cluster, number).write(cluster.settings(number));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LogTail tail = LogTail.of(log);
        ChildProcess process = ChildProcess.start(command(cluster, number), Map.of(), log);
        boolean settled = Waiting.until(START, () -> !process.isAlive() || tail.contains(STARTED));
        if (!settled || !process.isAlive()) {
            process.kill();
            throw new ServerFailedException("Kafka did not start: " + tail.reason());
        }
        return new KafkaBroker(process, cluster.ports().get(number - 1));
    }

    private static List<String> command(KafkaCluster cluster, int number) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(List.of("-cp", KafkaHome.find().classPath(), BrokerProcess.class.getName()));
        command.addAll(List.of(cluster.settings(number).toString(), cluster.storage(number).toString(), cluster.id()));
        return command;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    /** For those who wait for its end. */
    public ChildProcess process() {
        return process;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Closes the logs and stops. */
    public void stop() {
        process.stop("TERM", STOP);
    }

    /** Stops at once: for data that nobody needs any more. */
    public void abandon() {
        process.kill();
    }
}
