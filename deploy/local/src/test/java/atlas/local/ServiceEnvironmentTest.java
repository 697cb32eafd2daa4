package atlas.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import atlas.embedded.Databases;
import atlas.embedded.PostgresAddress;
import atlas.local.ServicePart.Installation;

class ServiceEnvironmentTest {

    private static final ReplicaPorts PORTS = Ports.plan(8080, 18080, Size.ONE_OF_EACH).first();

    @TempDir
    private Path parent;

    @Test
    void givesAServiceItsOwnDatabaseAndTheKeyToCheckTokensWith() {
        Map<String, String> county = environment(Service.COUNTY, "");

        assertTrue(county.get("QUARKUS_DATASOURCE_JDBC_URL")
                .startsWith("jdbc:postgresql://127.0.0.1:18100/county?socketTimeout=20&"));
        assertEquals("atlas", county.get("QUARKUS_DATASOURCE_USERNAME"));
        assertEquals("127.0.0.1:18101", county.get("KAFKA_BOOTSTRAP_SERVERS"));
        assertEquals("127.0.0.1", county.get("QUARKUS_HTTP_HOST"));
        assertEquals("18081", county.get("QUARKUS_HTTP_PORT"));
        assertEquals("18091", county.get("QUARKUS_MANAGEMENT_PORT"));
        assertEquals("/keys/verifying.pem", county.get("MP_JWT_VERIFY_PUBLICKEY_LOCATION"));
        assertFalse(county.containsKey("SMALLRYE_JWT_SIGN_KEY_LOCATION"));
    }

    @Test
    void tellsTheGatewayWhereTheOthersAreAndLetsItListenInPublic() {
        Map<String, String> gateway = environment(Service.GATEWAY, "");

        assertEquals("0.0.0.0", gateway.get("QUARKUS_HTTP_HOST"));
        assertEquals("127.0.0.1", gateway.get("QUARKUS_MANAGEMENT_HOST"));
        assertEquals("http://127.0.0.1:18082", gateway.get("ATLAS_UPSTREAM_STATE_LAW_URL"));
        assertEquals("/keys/signing.pem", gateway.get("SMALLRYE_JWT_SIGN_KEY_LOCATION"));
        assertEquals(parent.resolve("data/keys").toString(), gateway.get("ATLAS_DEMO_KEYS_FILE"));
        assertEquals("true", gateway.get("ATLAS_WEBHOOK_ALLOW_LOOPBACK"));
        assertEquals(parent.resolve("data/exports").toString(), gateway.get("ATLAS_EXPORTS_FOLDER"));
    }

    @Test
    void keepsTheParametersOfAnotherServersAddress() {
        String url = environment(Service.SCORING, "sslmode=require").get("QUARKUS_DATASOURCE_JDBC_URL");

        assertTrue(url.startsWith("jdbc:postgresql://127.0.0.1:18100/scoring?sslmode=require&socketTimeout=20&"), url);
    }

    private Map<String, String> environment(Service service, String parameters) {
        Databases databases = new Databases(new PostgresAddress("127.0.0.1:18100", parameters), "postgres", "atlas", "secret");
        SigningKeys keys = new SigningKeys(Path.of("/keys/signing.pem"), Path.of("/keys/verifying.pem"));
        try (DataFolder data = DataFolder.open(parent.resolve("data"))) {
            return new ServiceEnvironment(databases, "127.0.0.1:18101", keys, "0.0.0.0").of(service,
                    new Installation(Path.of("/tree"), data, PORTS, 1));
        }
    }
}
