package atlas.local;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

import atlas.embedded.Databases;
import atlas.embedded.KafkaCluster;
import atlas.embedded.ServerFailedException;

/** The servers of a suite whose services do not run: our own are started for as long as it takes. */
final class Maintenance {

    private static final String KAFKA = "KAFKA_";

    private final DataFolder folder;
    private final ExternalServers external;
    private final Console console;
    private final List<Part.Running> running = new ArrayList<>();

    Maintenance(DataFolder folder, ExternalServers external, Console console) {
        this.folder = folder;
        this.external = external;
        this.console = console;
    }

    /** @param brokers how many of our own there are */
    void fillTopics(int brokers, EmptyTopics.Shape shape, boolean replace) throws SQLException, InterruptedException {
        Ports ports = Ports.plan(0, 0, new Size(brokers, 1));
        PostgresPart postgres = new PostgresPart(folder, ports.postgres());
        KafkaCluster kafka = new KafkaCluster(folder.kafka(), ports.kafka(), ports.kafkaControllers());
        try {
            if (external.databases().isEmpty()) {
                running.add(postgres.start());
            }
            if (external.bootstrapServers().isEmpty()) {
                startTogether(kafka);
            }
            Databases databases = external.databases().orElseGet(postgres::databases);
            new TopicsAnew(databases, settings(external.bootstrapServers().orElseGet(kafka::bootstrapServers)), console)
                    .fill(shape, replace);
        } finally {
            for (int last = running.size() - 1; last >= 0; last--) {
                running.get(last).stop();
            }
        }
    }

    /** A broker of several is ready when most of them are. */
    private void startTogether(KafkaCluster kafka) {
        List<CompletableFuture<Part.Running>> starts = IntStream.rangeClosed(1, kafka.size())
                .mapToObj(number -> CompletableFuture.supplyAsync(new KafkaPart(kafka, number, folder)::start)).toList();
        CompletionException failure = null;
        for (CompletableFuture<Part.Running> start : starts) {
            try {
                running.add(start.join());
            } catch (CompletionException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw new ServerFailedException(Failures.inOneLine(failure), failure);
        }
    }

    /** {@code KAFKA_SECURITY_PROTOCOL} and the like, as the services read them. */
    private static Map<String, Object> settings(String bootstrapServers) {
        Map<String, Object> settings = new HashMap<>();
        System.getenv().forEach((name, value) -> {
            if (name.startsWith(KAFKA)) {
                settings.put(name.substring(KAFKA.length()).toLowerCase(Locale.ROOT).replace('_', '.'), value);
            }
        });
        settings.put("bootstrap.servers", bootstrapServers);
        return settings;
    }
}
