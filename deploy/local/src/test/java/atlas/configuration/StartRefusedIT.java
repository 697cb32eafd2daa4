package atlas.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import atlas.configuration.PackagedService.Ended;
import atlas.service.configuration.Keys;

/** The packaged services say in one line for each mistake what they were told wrong, and end, with nothing around them. */
class StartRefusedIT {

    private static final int CONFIGURATION_ERROR = 78;
    private static final String SECRET = "c2VjcmV0IGJ1dCB0b28gc2hvcnQ=";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = { "county-service", "state-law-service", "scoring-service", "gateway" })
    void namesAllThatItCannotStartWithout(String service) throws IOException, InterruptedException {
        Ended ended = new PackagedService(service).start(Map.of("ATLAS_DEMO_KEYS_FILE", folder.resolve("keys").toString()));

        assertEquals(CONFIGURATION_ERROR, ended.exitCode());
        assertEquals(ConfigurationPage.required(service), ended.output().stream()
                .map(line -> line.replaceFirst("FATAL " + service + " does not start: ([A-Z_]+) is not set: .*", "$1"))
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void tellsThreeClumsyMistakesInThreeLines() throws IOException, InterruptedException {
        Map<String, String> environment = told();
        environment.remove("SMALLRYE_JWT_SIGN_KEY_LOCATION");
        environment.putAll(Map.of("ATLAS_WEBHOOK_PER_PARTER", "5", "ATLAS_UPSTREAM_TIMEOUT", "10 seconds",
                "ATLAS_DEMO_KEYS_FILE", folder.resolve("demo").toString()));

        assertRefused(environment, "ATLAS_WEBHOOK_PER_PARTER (environment) is no setting of Sanctuary Atlas: did you mean"
                + " ATLAS_WEBHOOK_PER_PARTNER?",
                "SMALLRYE_JWT_SIGN_KEY_LOCATION is not set: expected is a file with a private key of the curve P-256 in PEM form"
                        + " (PKCS#8), for example /run/secrets/signing.pem",
                "ATLAS_UPSTREAM_TIMEOUT is \"10 seconds\" (environment): expected is a duration, more than 0, for example 10s");
    }

    @Test
    void tellsWhatDoesNotGoTogetherInTheGateway() throws IOException, InterruptedException {
        Map<String, String> environment = told();
        environment.putAll(Map.of("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true", "ATLAS_WEBHOOK_ALLOW_LOOPBACK", "true",
                "ATLAS_UPSTREAM_COUNTY_URL", "http://one:8080", "ATLAS_UPSTREAM_SCORING_URL", "http://one:8080"));

        assertRefused(environment, "SMALLRYE_JWT_SIGN_KEY_LOCATION is \"/no/key\" (environment): the file does not exist",
                "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING is on, so that anybody could say where a request came from: set"
                        + " QUARKUS_HTTP_PROXY_TRUSTED_PROXIES",
                "ATLAS_WEBHOOK_ALLOW_LOOPBACK lets everybody with a key reach what listens on this machine",
                "ATLAS_WEBHOOK_SECRET_KEY is not set, and webhooks' secrets would lie in the database as they are",
                "ATLAS_UPSTREAM_COUNTY_URL and ATLAS_UPSTREAM_SCORING_URL are both http://one:8080");
    }

    @Test
    void tellsOfADemonstrationThatIsNoneAndShowsNoSecret() throws IOException, InterruptedException {
        Map<String, String> environment = told();
        environment.putAll(Map.of("ATLAS_DEMO_KEYS_FILE", folder.resolve("demo").toString(), "ATLAS_FIRST_KEY_FILE",
                folder.resolve("first").toString(), "ATLAS_WEBHOOK_SECRET_KEY", SECRET, "ATLAS_CURSOR_SECRET", SECRET,
                "QUARKUS_DATASOURCE_PASSWORD", SECRET, "QUARKUS_DATASOURCE_PASWORD", SECRET));
        // of what is nearly the key of somebody else only a hint is given

        assertRefused(environment, "SMALLRYE_JWT_SIGN_KEY_LOCATION is", "ATLAS_CURSOR_SECRET is (not shown)",
                "ATLAS_WEBHOOK_SECRET_KEY is (not shown)",
                "ATLAS_FIRST_KEY_FILE and ATLAS_DEMO_KEYS_FILE are both set");
    }

    @Test
    void tellsOfRubricsThatAreNotShippedOrNamedTwice() throws IOException, InterruptedException {
        Ended ended = new PackagedService("scoring-service").start(Map.of("ATLAS_SCORING_RUBRICS", "ilrc-2019,none,ilrc-2019"));

        assertEquals(CONFIGURATION_ERROR, ended.exitCode());
        assertTrue(ended.output().containsAll(List.of(
                "FATAL scoring-service does not start: ATLAS_SCORING_RUBRICS names the rubric \"none\", which is not shipped:"
                        + " ilrc-2019 is",
                "FATAL scoring-service does not start: ATLAS_SCORING_RUBRICS names the rubric \"ilrc-2019\" twice: once is"
                        + " enough")),
                ended.output().toString());
    }

    /** Of the classes that several services have, each has those that it uses. */
    @Test
    void theListHasTheServicesThatReadASharedKey() {
        Keys keys = Keys.read();
        Set<ReadKey> shared = new ReadKeys().all().filter(ReadKey::isShared).filter(key -> !key.type().equals("boolean"))
                .collect(Collectors.toSet());

        assertTrue(shared.size() > 8, shared.toString());
        shared.forEach(read -> assertEquals(
                OwnSettings.SERVICES.stream().filter(service -> new PackagedService(service).has(read.reader())).toList(),
                OwnSettings.SERVICES.stream().filter(service -> keys.of(service).stream()
                        .anyMatch(key -> key.name().equals(read.name()))).toList(),
                read.toString()));
    }

    /** What a gateway needs, but for a key to sign with that is there. */
    private static Map<String, String> told() {
        return new HashMap<>(Map.of("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:1/gateway",
                "QUARKUS_DATASOURCE_USERNAME", "atlas", "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1",
                "SMALLRYE_JWT_SIGN_KEY_LOCATION", "/no/key", "ATLAS_CURSOR_SECRET", SECRET + SECRET));
    }

    private static void assertRefused(Map<String, String> environment, String... beginnings)
            throws IOException, InterruptedException {
        Ended ended = new PackagedService("gateway").start(environment);
        List<String> output = ended.output();

        assertEquals(CONFIGURATION_ERROR, ended.exitCode(), output.toString());
        List<String> problems = output.stream().filter(line -> !line.startsWith("WARN gateway: ")).toList();
        assertEquals(beginnings.length, problems.size(), output.toString());
        for (int i = 0; i < problems.size(); i++) {
            String begin = "FATAL gateway does not start: " + beginnings[i];
            assertTrue(problems.get(i).startsWith(begin), problems.get(i) + "\nis not: " + begin);
        }
        assertTrue(output.stream().noneMatch(line -> line.contains(SECRET)), output.toString());
    }
}
