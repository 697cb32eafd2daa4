package atlas.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

/** Every secret that is named is one that somebody makes: who installs, as docs/kubernetes.md says, or an operator. */
class SecretsTest {

    private static final Path PAGE = Path.of(System.getProperty("atlas.home"), "docs", "kubernetes.md");
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z-]+)` \\| (`[^|]+`) \\|", Pattern.MULTILINE);

    private final List<SecretUse> base = uses("base");
    private final List<SecretUse> production = uses("overlays/production");

    @Test
    void ofTheServicesAreInTheTableOfTheDocumentation() throws IOException {
        assertEquals(List.of(), missing(base, documented()));
        assertTrue(base.size() > 12, "too few are read: " + base.size());
    }

    @Test
    void areMadeForTheLocalOverlay() {
        Set<String> made = new TreeSet<>();
        Manifest overlay = Manifests.read(Manifests.ROOT.resolve("overlays/local/kustomization.yaml")).get(0);
        for (JsonNode secret : overlay.at("/secretGenerator")) {
            made.add(secret.path("name").asText() + " ");
            secret.path("files").forEach(file -> made.add(secret.path("name").asText() + " " + file.asText().split("=")[0]));
        }
        assertEquals(List.of(), missing(base, made));
    }

    @Test
    void ofPostgresAreInTheTableWithTheNameOfTheirRole() throws IOException {
        Manifest cluster = Manifests.in("servers").one("Cluster", "atlas-postgres");
        Set<String> documented = documented();
        for (JsonNode role : cluster.at("/spec/managed/roles")) {
            String secret = role.at("/passwordSecret/name").asText();
            assertTrue(documented.contains(secret + " username"), secret);
            assertTrue(Files.readString(PAGE).contains("login " + secret.replace("-database", "") + " "
                    + role.path("name").asText()), "the page makes no secret for the role " + role.path("name").asText());
        }
        for (String key : List.of("accessKeyId", "secretAccessKey")) {
            JsonNode reference = Manifests.in("servers").one("ObjectStore", "atlas-backups")
                    .at("/spec/configuration/s3Credentials/" + key);
            assertTrue(documented.contains(reference.path("name").asText() + " " + reference.path("key").asText()), key);
        }
    }

    @Test
    void ofTheProductionOverlayAreMadeByOperators() {
        Manifests servers = Manifests.in("servers");
        Set<String> made = servers.of("KafkaUser").stream().map(user -> user.name() + " sasl.jaas.config")
                .collect(Collectors.toCollection(TreeSet::new));
        servers.of("Kafka").forEach(kafka -> made.add(kafka.name() + "-cluster-ca-cert ca.crt"));
        servers.of("Cluster").forEach(cluster -> made.add(cluster.name() + "-ca ca.crt"));
        assertEquals(List.of(), missing(production, made));
        assertEquals(6, production.size());
    }

    @Test
    void areNowhereInTheTree() {
        assertEquals(List.of(), Manifests.in(".").of("Secret"));
        assertFalse(Manifests.in("overlays/production").all().stream().anyMatch(manifest -> manifest.content().has("secretGenerator")));
    }

    private static List<String> missing(List<SecretUse> uses, Set<String> made) {
        return uses.stream().filter(use -> !made.contains(use.secret() + " " + use.key()))
                .map(use -> use.by() + ": the secret " + use.secret() + " with the key " + use.key() + " is made by nobody").toList();
    }

    private static List<SecretUse> uses(String folder) {
        return Manifests.in(folder).of("Deployment").stream().flatMap(deployment -> deployment.secrets().stream()).toList();
    }

    /** Rows of the table: the secret, and its keys. */
    private static Set<String> documented() throws IOException {
        Set<String> documented = new TreeSet<>();
        Matcher row = ROW.matcher(Files.readString(PAGE));
        while (row.find()) {
            documented.add(row.group(1) + " ");
            Stream.of(row.group(2).split(",")).map(key -> key.replace("`", "").strip())
                    .forEach(key -> documented.add(row.group(1) + " " + key));
        }
        return documented;
    }
}
