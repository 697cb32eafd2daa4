package atlas.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EmbeddedServersTest {

    private final EmbeddedServers servers = new EmbeddedServers();

    @AfterEach
    void stop() {
        servers.stop();
    }

    @Test
    void tellsQuarkusWhereBothServersAre() throws Exception {
        servers.init(Map.of("database", "scoring"));

        Map<String, String> configuration = servers.start();

        String url = configuration.get("quarkus.datasource.jdbc.url");
        assertEquals("/scoring", URI.create(url.substring("jdbc:".length())).getPath());
        try (Connection connection = DriverManager.getConnection(url, configuration.get("quarkus.datasource.username"),
                configuration.get("quarkus.datasource.password"));
                Admin admin = Admin.create(Map.of("bootstrap.servers", configuration.get("kafka.bootstrap.servers")))) {
            assertTrue(connection.isValid(30));
            assertEquals(1, admin.describeCluster().nodes().get().size());
        }
    }

    @Test
    void leavesNothingRunning() {
        servers.start();
        PostgresServer postgres = servers.postgres();
        KafkaBroker kafka = servers.kafka();

        servers.stop();

        assertFalse(postgres.isAlive());
        assertFalse(kafka.isAlive());
    }
}
