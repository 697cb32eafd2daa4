package atlas.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private static final Pattern FILE = Pattern.compile("(/etc/atlas/[a-z-]+)/([a-z.-]+)");

    private final Set<String> base = uses("base");
    private final Set<String> production = uses("overlays/production");

    @Test
    void ofTheServicesAreInTheTableOfTheDocumentation() throws IOException {
        assertEquals(List.of(), missing(base, documented()));
        assertEquals(12, base.size(), base::toString);
    }

    @Test
    void areMadeForTheLocalOverlay() {
        Set<String> made = new TreeSet<>();
        Manifest overlay = Manifests.read(Manifests.ROOT.resolve("overlays/local/kustomization.yaml")).get(0);
        for (JsonNode secret : overlay.at("/secretGenerator")) {
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
        assertEquals(6, production.size(), production::toString);
    }

    @Test
    void areNowhereInTheTree() {
        assertEquals(List.of(), Manifests.in(".").of("Secret"));
        assertFalse(Manifests.in("overlays/production").all().stream()
                .anyMatch(manifest -> manifest.content().has("secretGenerator")));
    }

    /** Those of the first that the second has not: each is a secret and a key of it. */
    private static List<String> missing(Set<String> uses, Set<String> made) {
        return uses.stream().filter(use -> !made.contains(use)).map(use -> "made by nobody: the secret and key " + use)
                .toList();
    }

    /** The secrets and keys that the folder's settings name as files. */
    private static Set<String> uses(String folder) {
        Set<String> uses = new TreeSet<>();
        for (String service : Manifests.SERVICES) {
            Map<String, String> folders = new HashMap<>(Manifests.in("base").one("Deployment", service).secretFolders());
            Manifests.in(folder).of("Deployment").stream().filter(patch -> List.of(service, "any").contains(patch.name()))
                    .forEach(patch -> folders.putAll(patch.secretFolders()));
            Stream.of("shared", service).flatMap(file -> Manifests.settings(folder + "/settings/" + file + ".env").stream())
                    .flatMap(setting -> FILE.matcher(setting[1]).results())
                    .forEach(file -> uses.add(folders.getOrDefault(file.group(1), "(no volume at " + file.group(1) + ")") + " "
                            + file.group(2)));
        }
        return uses;
    }

    /** Rows of the table: the secret, and its keys. */
    private static Set<String> documented() throws IOException {
        Set<String> documented = new TreeSet<>();
        Matcher row = ROW.matcher(Files.readString(PAGE));
        while (row.find()) {
            Stream.of(row.group(2).split(",")).map(key -> key.replace("`", "").strip())
                    .forEach(key -> documented.add(row.group(1) + " " + key));
        }
        return documented;
    }
}
