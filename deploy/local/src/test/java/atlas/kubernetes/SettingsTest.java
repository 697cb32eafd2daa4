package atlas.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every setting is one that its service reads, and none that it cannot start without is missing. */
class SettingsTest {

    static final List<String> SERVICES = Manifests.SERVICES;
    /** Read by the JVM of the image; see the Dockerfile. */
    private static final String OF_THE_JVM = "JDK_JAVA_OPTIONS";

    private final ServiceKeys keys = ServiceKeys.read();

    @ParameterizedTest
    @FieldSource("SERVICES")
    void areRead(String service) {
        Set<String> unread = given(service);
        unread.removeAll(keys.all(service));
        unread.remove(OF_THE_JVM);
        assertEquals(Set.of(), unread, () -> service + " reads none of these: see docs/configuration.md");
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void areAllThatTheServiceNeeds(String service) {
        Set<String> missing = keys.required(service);
        assertTrue(missing.size() >= 4, missing::toString);
        missing.removeAll(given(service));
        assertEquals(Set.of(), missing, () -> service + " does not start without these");
    }

    /** What make-local writes is what the overlay lacks. */
    @ParameterizedTest
    @FieldSource("SERVICES")
    void areMadeForTheLocalOverlay(String service) throws IOException {
        String made = Files.readString(Manifests.ROOT.resolve("make-local"));
        Set<String> missing = keys.required(service);
        missing.removeAll(settings("base", service));
        missing.removeIf(key -> made.contains("\"" + key + "="));
        assertEquals(Set.of(), missing);
    }

    /** One time for all, one public address for all that is said of it. */
    @Test
    void agreeWithTheIngress() {
        Manifests production = Manifests.in("overlays/production");
        String host = Stream.of("gateway", "gateway-stream")
                .map(ingress -> production.one("Ingress", ingress).at("/spec/rules/0/host").asText()).distinct().reduce(
                        (one, other) -> one + " and " + other)
                .orElseThrow();
        assertEquals("https://" + host, value("overlays/production/settings/gateway.env", "ATLAS_PUBLIC_URL"));
        assertEquals(host, production.one("Ingress", "gateway").at("/spec/tls/0/hosts/0").asText());
    }

    @Test
    void nameTheServersThatTheManifestsMake() {
        Manifests servers = Manifests.in("servers");
        Manifest kafka = servers.of("Kafka").get(0);
        assertEquals(kafka.name() + "-kafka-bootstrap:" + kafka.at("/spec/kafka/listeners/0/port").asInt(),
                value("overlays/production/settings/shared.env", "KAFKA_BOOTSTRAP_SERVERS"));
        for (String service : SERVICES) {
            String url = value("overlays/production/settings/" + service + ".env", "QUARKUS_DATASOURCE_JDBC_URL");
            String primary = "jdbc:postgresql://" + servers.of("Cluster").get(0).name() + "-rw:5432/";
            assertTrue(url.startsWith(primary), url);
            String database = url.substring(primary.length()).replaceAll("\\?.*", "");
            assertTrue(servers.of("Database").stream().anyMatch(made -> made.at("/spec/name").asText().equals(database)
                    && made.at("/spec/owner").asText().equals(database)), database);
        }
    }

    private Set<String> given(String service) {
        Set<String> given = settings("base", service);
        given.addAll(settings("overlays/production", service));
        return given;
    }

    /** A key may be given as a file. */
    private static String key(String name) {
        return name.endsWith("_FILE") ? name.substring(0, name.length() - "_FILE".length()) : name;
    }

    private static Set<String> settings(String folder, String service) {
        Set<String> found = new TreeSet<>();
        Stream.of("shared", service).map(file -> folder + "/settings/" + file + ".env")
                .filter(file -> Files.exists(Manifests.ROOT.resolve(Path.of(file))))
                .forEach(file -> Manifests.settings(file).forEach(setting -> found.add(key(setting[0]))));
        return found;
    }

    private static String value(String file, String key) {
        return Manifests.settings(file).stream().filter(setting -> setting[0].equals(key)).map(setting -> setting[1])
                .findFirst()
                .orElseThrow(() -> new AssertionError(file + " does not set " + key));
    }
}
