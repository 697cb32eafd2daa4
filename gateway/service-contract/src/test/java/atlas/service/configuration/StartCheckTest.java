package atlas.service.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

class StartCheckTest {

    private static final String SECRET = "a text that is long enough, and secret";

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void whatAServiceNeeds() throws GeneralSecurityException, IOException {
        environment.putAll(Map.of("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://db:5432/county?socketTimeout=20",
                "QUARKUS_DATASOURCE_USERNAME", "atlas", "KAFKA_BOOTSTRAP_SERVERS", "kafka-1:9092,[::1]:9092",
                "ATLAS_CURSOR_SECRET", SECRET, "MP_JWT_VERIFY_PUBLICKEY_LOCATION", key("secp256r1", true),
                "SMALLRYE_JWT_SIGN_KEY_LOCATION", key("secp256r1", false)));
    }

    @Test
    void hasNothingToSayAboutWhatIsRight() {
        environment.putAll(Map.of("ATLAS_OUTBOX_KEEP", "PT1H30M", "ATLAS_ZONE", "Etc/GMT+12", "PATH", "/bin",
                "QUARKUS_HTTP_ROOT_PATH", "/", "ATLAS_IMPORTS_FOLDER", folder.resolve("new/one").toString()));

        assertEquals(List.of(), problems("county-service"));
    }

    @Test
    void takesWhatIsMeantForAnotherServiceOrProgram() {
        environment.putAll(Map.of("ATLAS_STREAM_MAX", "far too many", "ATLAS_URL", "x", "ATLAS_PORTS_SHARE", "1",
                "ATLAS_WEBHOOK_SECRET_KEY_FILE", "/run/secrets/of-the-gateway"));

        assertEquals(List.of(), problems("county-service"));
    }

    @Test
    void namesWhatIsMissingAndHowItMayBeGiven() {
        environment.keySet().removeAll(List.of("KAFKA_BOOTSTRAP_SERVERS", "ATLAS_CURSOR_SECRET"));

        assertEquals(List.of(
                "KAFKA_BOOTSTRAP_SERVERS is not set: expected is a list of brokers as host:port, separated by commas, for example"
                        + " kafka-1:9092,kafka-2:9092",
                "ATLAS_CURSOR_SECRET is not set: expected is a text of at least 32 characters that nobody can guess, for example"
                        + " the output of openssl rand -base64 32; or set ATLAS_CURSOR_SECRET_FILE to a file that holds it"),
                problems("county-service"));
    }

    @ParameterizedTest
    @CsvSource({ "ATLAS_OUTBOX_KEP,ATLAS_OUTBOX_KEEP", "ATLAS_OUTBOX_POLL_INTERVALL,ATLAS_OUTBOX_POLL_INTERVAL",
            "ATLAS_OUTBOX_BATCHSIZE,ATLAS_OUTBOX_BATCH_SIZE", "ATLAS_CURSOR_SECRET_FIEL,ATLAS_CURSOR_SECRET_FILE" })
    void namesTheNearestToAKeyThatIsNone(String wrong, String right) {
        environment.put(wrong, "1");

        assertEquals(List.of(wrong + " (environment) is no setting of Sanctuary Atlas: did you mean " + right + "?"),
                problems("county-service"));
    }

    @Test
    void doesNotGuessFarOff() {
        environment.put("ATLAS_COLOUR_OF_THE_SKY", "blue");

        assertEquals(
                List.of("ATLAS_COLOUR_OF_THE_SKY (environment) is no setting of Sanctuary Atlas: docs/configuration.md has all"
                        + " of them, unset it"),
                problems("county-service"));
    }

    @Test
    void saysInWhichFileAWrongKeyStands() {
        SmallRyeConfig config = configuration(
                new PropertiesConfigSource(Map.of("%prod.atlas.outbox.kept", "1d"),
                        "/etc/a.properties",
                        260));

        assertEquals(List.of("atlas.outbox.kept (/etc/a.properties) is no setting of Sanctuary Atlas: did you mean"
                + " atlas.outbox.keep?"), new StartCheck("county-service", environment).problems(config, List.of()));
    }

    @Test
    void passesOverWhatKubernetesTellsOfAServiceCalledAtlas() {
        environment.putAll(Map.of("ATLAS_GATEWAY_SERVICE_HOST", "10.0.0.1", "ATLAS_GATEWAY_SERVICE_PORT_HTTP", "8080",
                "ATLAS_GATEWAY_PORT", "tcp://10.0.0.1:8080", "ATLAS_GATEWAY_PORT_8080_TCP_ADDR", "10.0.0.1"));

        assertEquals(List.of(), problems("county-service"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "ATLAS_OUTBOX_KEEP|10 seconds", "ATLAS_OUTBOX_KEEP|0", "ATLAS_OUTBOX_KEEP|-1s",
            "ATLAS_OUTBOX_POLL_INTERVAL|''", "ATLAS_OUTBOX_BATCH_SIZE|many", "ATLAS_OUTBOX_BATCH_SIZE|0",
            "ATLAS_OUTBOX_REPLICAS|10", "ATLAS_OUTBOX_REPLICAS|1.5", "ATLAS_ZONE|New_York", "ATLAS_IMPORTS_SUSPICIOUS_LOSS|30",
            "QUARKUS_DATASOURCE_JDBC_URL|postgres://db/county", "QUARKUS_DATASOURCE_JDBC_URL|jdbc:postgresql://db",
            "KAFKA_BOOTSTRAP_SERVERS|kafka-1", "KAFKA_BOOTSTRAP_SERVERS|kafka-1:9092;kafka-2:9092",
            "KAFKA_BOOTSTRAP_SERVERS|kafka:99999", "KAFKA_SECURITY_PROTOCOL|TLS", "QUARKUS_HTTP_PORT|80a0",
            "QUARKUS_HTTP_PORT|70000", "MP_JWT_VERIFY_PUBLICKEY_LOCATION|/no/such.pem",
            "MP_JWT_VERIFY_PUBLICKEY_LOCATION|/etc/passwd", "ATLAS_IMPORTS_FOLDER|/etc/passwd/folder" })
    void refusesAValueThatIsNone(String variable, String value) {
        environment.put(variable, value);

        assertOne("county-service", variable, "expected is ");
    }

    @ParameterizedTest
    @CsvSource({ "ATLAS_PUBLIC_URL,atlas.example", "ATLAS_PUBLIC_URL,ftp://atlas.example",
            "ATLAS_PUBLIC_URL,https://a.example?b=c",
            "ATLAS_UPSTREAM_COUNTY_URL,county:8081", "ATLAS_LIMITS_EXEMPT_LOOPBACK,treu", "ATLAS_DOOR_MAX_HEADER_SIZE,16kilo",
            "ATLAS_DOOR_MAX_BODY_SIZE,2M", "'ATLAS_WEBHOOK_RETRIES','5s,,1h'", "'ATLAS_WEBHOOK_RETRIES','5s,0,1h'",
            "ATLAS_FIRST_KEY_FILE,/no/such/folder/key", "ATLAS_UPSTREAM_KEEP_ALIVE,60s", "ATLAS_LIMITS_KEY_PER_MINUTE,-1" })
    void refusesAValueOfTheGatewayThatIsNone(String variable, String value) {
        environment.put(variable, value);

        assertOne("gateway", variable, "expected is ");
    }

    @ParameterizedTest
    @CsvSource({ "ATLAS_CURSOR_SECRET,too short", "ATLAS_WEBHOOK_SECRET_KEY,bm90IHNvIGxvbmc=",
            "ATLAS_WEBHOOK_SECRET_KEY,#no base#" })
    void doesNotShowASecretThatIsNone(String variable, String value) {
        environment.put(variable, value);

        String line = assertOne("gateway", variable, "(not shown)");
        assertFalse(line.contains(value), line);
    }

    @ParameterizedTest
    @ValueSource(strings = { "ATLAS_OUTBOX_KEEP", "QUARKUS_DATASOURCE_PASSWORD" })
    void refusesWhatRefersToNothing(String variable) {
        environment.put(variable, "a${NOT_SET}b");

        assertOne("county-service", variable, "it refers to a setting that is not there");
    }

    @Test
    void doesNotShowAPasswordInAnAddress() {
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgres://db/county?user=a&password=hidden&ssl=true");

        String line = assertOne("county-service", "QUARKUS_DATASOURCE_JDBC_URL", "password=…&ssl");
        assertFalse(line.contains("hidden"), line);
    }

    @ParameterizedTest
    @CsvSource({ "ATLAS_DOOR_STREAMED_STANDSTILL,11m", "ATLAS_UPSTREAM_STANDSTILL,31m", "ATLAS_STREAM_MAX,12000",
            "ATLAS_EXPORTS_DOWNLOADS_PER_KEY,65", "ATLAS_UPSTREAM_CONNECT_TIMEOUT,11s" })
    void refusesWhatDoesNotGoTogether(String variable, String value) {
        environment.put(variable, value);

        assertOne("gateway", variable, "must be ");
    }

    @Test
    void takesAKeyOfTheRightCurveOnly() throws GeneralSecurityException, IOException {
        environment.put("SMALLRYE_JWT_SIGN_KEY_LOCATION", key("secp384r1", false));
        assertOne("gateway", "SMALLRYE_JWT_SIGN_KEY_LOCATION", "the key is of another curve");

        environment.put("SMALLRYE_JWT_SIGN_KEY_LOCATION", key("secp256r1", true));
        assertOne("gateway", "SMALLRYE_JWT_SIGN_KEY_LOCATION", "the file holds something else");

        environment.put("SMALLRYE_JWT_SIGN_KEY_LOCATION", "file:" + key("secp256r1", false));
        assertEquals(List.of(), problems("gateway"));
    }

    @Test
    void takesAValueFromAFileOnceAndOnlyWhereItCanBeRead() throws IOException {
        environment.put("ATLAS_CURSOR_SECRET_FILE", Files.writeString(folder.resolve("secret"), SECRET).toString());
        assertOne("county-service", "ATLAS_CURSOR_SECRET and ATLAS_CURSOR_SECRET_FILE", "are both set: unset one of them");

        environment.remove("ATLAS_CURSOR_SECRET");
        assertEquals(List.of(), problems("county-service"));

        environment.put("QUARKUS_DATASOURCE_PASSWORD_FILE", folder.toString());
        assertOne("county-service", "QUARKUS_DATASOURCE_PASSWORD_FILE", "no file that this user can read");
    }

    @Test
    void judgesWhatAFileHoldsAndNamesTheFilesVariable() throws IOException {
        environment.put("ATLAS_OUTBOX_KEEP_FILE", Files.writeString(folder.resolve("keep"), "ever\n").toString());

        assertOne("county-service", "ATLAS_OUTBOX_KEEP_FILE is \"ever\"", "expected is a duration");
    }

    @Test
    void refusesWhatWasDecidedAtTheBuild() {
        environment.put("ATLAS_RECORDS_OWNED", "false");

        assertOne("county-service", "ATLAS_RECORDS_OWNED", "is decided when the service is built");
    }

    @Test
    void wantsALoginForKafkaWhereItIsUsedAndOnlyThere() {
        environment.put("KAFKA_SASL_JAAS_CONFIG", "login");
        assertOne("county-service", "KAFKA_SASL_JAAS_CONFIG", "takes no login");

        environment.put("KAFKA_SECURITY_PROTOCOL", "SASL_SSL");
        assertEquals(List.of(), problems("county-service"));

        environment.remove("KAFKA_SASL_JAAS_CONFIG");
        assertOne("county-service", "KAFKA_SECURITY_PROTOCOL", "set KAFKA_SASL_JAAS_CONFIG");
    }

    @Test
    void wantsTwoPorts() {
        environment.putAll(Map.of("QUARKUS_HTTP_PORT", "8081", "QUARKUS_MANAGEMENT_PORT", "8081"));
        assertOne("county-service", "QUARKUS_HTTP_PORT and QUARKUS_MANAGEMENT_PORT are both 8081", "a port of their own");

        environment.putAll(Map.of("QUARKUS_HTTP_HOST", "10.0.0.1", "QUARKUS_MANAGEMENT_HOST", "127.0.0.1"));
        assertEquals(List.of(), problems("county-service"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "QUARKUS_DATASOURCE_JDBC_ULR", "QUARKUS_DATASOURCE_PASWORD", "KAFKA_BOOTSTRAP_SERVER" })
    void pointsOutWhatIsNearlyAKeyOfOthers(String variable) {
        environment.put(variable, "x");
        NameCheck names = new NameCheck(Keys.read(), environment);

        List<String> hints = names.nearly(new Settings(Keys.read().of("county-service"), configuration()));

        assertEquals(1, hints.size(), hints.toString());
        assertTrue(hints.get(0).startsWith(variable + " is not "), hints.toString());
        assertEquals(List.of(), problems("county-service"));
    }

    private String assertOne(String service, String begin, String contained) {
        List<String> problems = problems(service);
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.get(0).startsWith(begin) && problems.get(0).contains(contained), problems.get(0));
        return problems.get(0);
    }

    private List<String> problems(String service) {
        return new StartCheck(service, environment).problems(configuration(), List.of());
    }

    private SmallRyeConfig configuration(PropertiesConfigSource... others) {
        return new SmallRyeConfigBuilder().addDefaultInterceptors().withProfile("prod").withSources(others)
                .withSources(new EnvConfigSource(environment, 300), new SettingFiles(environment)).build();
    }

    private String key(String curve, boolean publicHalf) throws GeneralSecurityException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        KeyPair pair = generator.generateKeyPair();
        byte[] content = publicHalf ? pair.getPublic().getEncoded() : pair.getPrivate().getEncoded();
        String what = publicHalf ? "PUBLIC KEY" : "PRIVATE KEY";
        return Files.writeString(Files.createTempFile(folder, "key", ".pem"), "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder().encodeToString(content) + "\n-----END " + what + "-----\n").toString();
    }
}
