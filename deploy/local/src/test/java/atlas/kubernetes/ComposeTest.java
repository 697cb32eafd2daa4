package atlas.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import com.fasterxml.jackson.databind.JsonNode;

/** Compose and Kubernetes run the same images, and tell them the same where nothing asks for another. */
class ComposeTest {

    static final List<String> SERVICES = Manifests.SERVICES;
    private static final Path FILE = Path.of(System.getProperty("atlas.home"), "deploy", "compose", "compose.yaml");
    private static final String DATABASE = "QUARKUS_DATASOURCE_JDBC_URL";

    private final JsonNode compose = Manifests.read(FILE).get(0).at("/services");

    @ParameterizedTest
    @FieldSource("SERVICES")
    void runTheSameImage(String service) {
        String image = Manifests.in("base").one("Deployment", service).container().path("image").asText();
        assertTrue(compose.at("/" + service + "/image").asText().replace("${ATLAS_IMAGES:-sanctuary-atlas}", "sanctuary-atlas")
                .startsWith(image + ":"), image);
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void agreeOnFoldersNeighboursAndLimitsOfTheDatabase(String service) {
        Map<String, String> here = new TreeMap<>();
        Stream.of("base", "overlays/production")
                .flatMap(folder -> Manifests.settings(folder + "/settings/" + service + ".env").stream())
                .filter(setting -> isComparable(setting[0])).forEach(setting -> here.put(setting[0], comparable(setting[1])));
        Map<String, String> there = new TreeMap<>();
        compose.at("/" + service + "/environment").properties().stream().filter(setting -> isComparable(setting.getKey()))
                .forEach(setting -> there.put(setting.getKey(), comparable(setting.getValue().asText())));

        assertEquals(there, here);
        assertTrue(here.containsKey(DATABASE), here::toString);
    }

    private static boolean isComparable(String key) {
        return key.endsWith("_FOLDER") || key.startsWith("ATLAS_UPSTREAM_") || key.equals(DATABASE);
    }

    /** Where the database is, and how its certificate is checked, is each one's own. */
    private static String comparable(String value) {
        return value.replaceFirst("//[a-z-]+:5432", "//").replaceFirst("sslmode=[^&]*&sslrootcert=[^&]*&", "");
    }
}
