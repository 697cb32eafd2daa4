package atlas.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * PostgreSQL and Kafka for the tests of one module, in a folder that is deleted afterwards. As a Quarkus test resource it takes
 * the
 * database's name as the argument {@code database}; plain tests call {@link #start()} and {@link #stop()}.
 */
public class EmbeddedServers implements QuarkusTestResourceLifecycleManager {

    private final AtomicBoolean stopped = new AtomicBoolean();
    // The second net: a test run that is interrupted leaves no server behind.
    private final Thread atExit = new Thread(this::abandon, "embedded servers");

    private String database = "atlas";
    private Path folder;
    private CompletableFuture<PostgresServer> postgres;
    private CompletableFuture<KafkaBroker> kafka;

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault("database", database);
    }

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("atlas-test-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Integer> ports = FreePorts.some(3);
        postgres = CompletableFuture.supplyAsync(() -> startPostgres(ports.get(0)));
        kafka = CompletableFuture.supplyAsync(
                () -> KafkaBroker.start(folder.resolve("kafka"), folder.resolve("kafka.log"), ports.get(1), ports.get(2)));
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            return configuration();
        } catch (CompletionException e) {
            stop();
            throw e;
        }
    }

    private PostgresServer startPostgres(int port) {
        // Beside the broker's jars, so that not every module's tests unpack it again.
        Path programs = KafkaHome.find().folder().resolveSibling("postgres");
        PostgresServer server = PostgresServer.start(folder.resolve("postgres"), programs, folder.resolve("postgres.log"),
                port);
        server.createDatabaseIfMissing(database);
        return server;
    }

    private Map<String, String> configuration() {
        return Map.of("quarkus.datasource.jdbc.url", postgres().jdbcUrl(database),
                "quarkus.datasource.username", postgres().user(),
                "quarkus.datasource.password", postgres().password(),
                "kafka.bootstrap.servers", kafka().bootstrapServers());
    }

    public PostgresServer postgres() {
        return postgres.join();
    }

    public KafkaBroker kafka() {
        return kafka.join();
    }

    @Override
    public void stop() {
        abandon();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            return; // the JVM is ending: the hook runs by itself
        }
    }

    private void abandon() {
        if (folder == null || stopped.getAndSet(true)) {
            return;
        }
        kafka.handle((broker, failure) -> failure == null ? broker : null).thenAccept(broker -> {
            if (broker != null) {
                broker.abandon();
            }
        }).join();
        postgres.handle((server, failure) -> failure == null ? server : null).thenAccept(server -> {
            if (server != null) {
                server.abandon();
            }
        }).join();
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
