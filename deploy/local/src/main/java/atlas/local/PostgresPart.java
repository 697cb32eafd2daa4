package atlas.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import atlas.embedded.Databases;
import atlas.embedded.PostgresServer;

/** Our own PostgreSQL with the services' databases. */
final class PostgresPart implements Part {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final DataFolder data;
    private final int port;
    private final Path log;
    private final AtomicReference<PostgresServer> current = new AtomicReference<>();

    PostgresPart(DataFolder data, int port) {
        this.data = data;
        this.port = port;
        this.log = data.log(name());
    }

    @Override
    public Running start() {
        PostgresServer server = PostgresServer.start(data.postgres(), data.programs(), log, port);
        current.set(server);
        for (Service service : Service.values()) {
            server.createDatabaseIfMissing(service.database());
        }
        return new Running(server.process(), "INT", PATIENCE);
    }

    /** How the services reach it; known once it has started. */
    Databases databases() {
        PostgresServer server = current.get();
        return new Databases(server.address(), "postgres", server.user(), server.password());
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public int managementPort() {
        return 0;
    }

    @Override
    public Path log() {
        return log;
    }
}
