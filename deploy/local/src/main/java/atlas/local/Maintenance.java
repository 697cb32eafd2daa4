package atlas.local;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import atlas.embedded.Databases;

/** The servers of a suite whose services do not run: our own are started for as long as it takes. */
final class Maintenance {

    private static final String KAFKA = "KAFKA_";

    private final DataFolder folder;
    private final ExternalServers external;
    private final Console console;

    Maintenance(DataFolder folder, ExternalServers external, Console console) {
        this.folder = folder;
        this.external = external;
        this.console = console;
    }

    void fillTopics(EmptyTopics.Shape shape, boolean replace) throws SQLException, InterruptedException {
        Ports ports = Ports.plan(0, 0);
        PostgresPart postgres = new PostgresPart(folder, ports.postgres());
        KafkaPart kafka = new KafkaPart(folder, ports);
        Part.Running database = external.databases().isEmpty() ? postgres.start() : null;
        try {
            Part.Running broker = external.bootstrapServers().isEmpty() ? kafka.start() : null;
            try {
                Databases databases = external.databases().orElseGet(postgres::databases);
                new TopicsAnew(databases, settings(external.bootstrapServers().orElseGet(kafka::bootstrapServers)), console)
                        .fill(shape, replace);
            } finally {
                stop(broker);
            }
        } finally {
            stop(database);
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

    private static void stop(Part.Running server) {
        if (server != null) {
            server.stop();
        }
    }
}
