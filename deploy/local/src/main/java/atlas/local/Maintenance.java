package atlas.local;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import atlas.embedded.Databases;
import atlas.embedded.FreePorts;

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
        PostgresPart postgres = new PostgresPart(folder, FreePorts.some(1).get(0));
        Part.Running database = external.databases().isEmpty() ? postgres.start() : null;
        try {
            Databases databases = external.databases().orElseGet(postgres::databases);
            if (external.bootstrapServers().isPresent()) {
                new TopicsAnew(databases, settings(external.bootstrapServers().get()), console).fill(shape, replace);
            } else {
                fillOurOwn(databases, shape, replace);
            }
        } finally {
            if (database != null) {
                database.stop();
            }
        }
    }

    private void fillOurOwn(Databases databases, EmptyTopics.Shape shape, boolean replace)
            throws SQLException, InterruptedException {
        try (OwnBrokers brokers = OwnBrokers.start(folder, shape.copies())) {
            new TopicsAnew(databases, settings(brokers.bootstrapServers()), console)
                    .fill(new EmptyTopics.Shape(shape.partitions(), brokers.copies()), replace);
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
