package atlas.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import atlas.embedded.Databases;
import atlas.embedded.PostgresAddress;
import atlas.local.ServicePart.Installation;

/** A second process of scoring-service beside a running suite, with settings and a log of its own. */
final class SecondScoring implements AutoCloseable {

    private final DataFolder folder;
    private final Part.Running running;

    private SecondScoring(DataFolder folder, Part.Running running) {
        this.folder = folder;
        this.running = running;
    }

    /**
     * Starts it and returns when it is ready.
     *
     * @param own a folder for its log
     * @param settings beside those of the suite
     */
    static SecondScoring start(RunningSuite suite, Path own, Map<String, String> settings) throws IOException {
        DataFolder folder = DataFolder.open(own);
        ReplicaPorts ports = Ports.plan(0, 0, Size.ONE_OF_EACH).first();
        Installation installation = new Installation(Path.of(System.getProperty("atlas.home")), folder, ports, 1);
        Map<String, String> environment = new HashMap<>(new ServiceEnvironment(databases(suite), suite.bootstrap(),
                SigningKeys.in(suite.data().resolve("tokens")), "127.0.0.1").of(Service.SCORING, installation));
        environment.putAll(settings);
        return new SecondScoring(folder, new ServicePart(Service.SCORING, installation, () -> environment).start());
    }

    private static Databases databases(RunningSuite suite) throws IOException {
        String password = Files.readString(suite.data().resolve("postgres/password")).strip();
        return new Databases(new PostgresAddress("127.0.0.1:" + suite.port("postgres"), ""), "postgres", "atlas", password);
    }

    /** How often it has taken the lead. */
    long timesLed() throws IOException {
        List<String> log = Files.readAllLines(folder.log(Service.SCORING.module()), StandardCharsets.UTF_8);
        return log.stream().filter(line -> line.endsWith("leads scoring-applier")).count();
    }

    void kill() {
        running.process().kill();
    }

    @Override
    public void close() {
        kill();
        folder.close();
    }
}
