package atlas.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the services set themselves, in the files inside them. */
final class OwnSettings {

    static final List<String> SERVICES = List.of("county-service", "state-law-service", "scoring-service", "gateway");

    private static final String COMMON = "gateway/service-contract/src/main/resources/META-INF/microprofile-config.properties";

    private final Map<String, Map<String, String>> byService = new LinkedHashMap<>();

    OwnSettings() {
        SERVICES.forEach(service -> byService.put(service, read(service)));
    }

    private static Map<String, String> read(String service) {
        Properties properties = new Properties();
        for (String file : List.of(COMMON, service + "/src/main/resources/application.properties")) {
            try (InputStream text = Files.newInputStream(Path.of(System.getProperty("atlas.home"), file))) {
                properties.load(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return properties.stringPropertyNames().stream().filter(name -> !name.startsWith("%"))
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }

    /** Null when the service does not set it. */
    String of(String service, String key) {
        return byService.getOrDefault(service, Map.of()).get(key);
    }

    /** By key, in their order: the value by service. */
    Map<String, Map<String, String>> byKey() {
        Map<String, Map<String, String>> keys = new TreeMap<>();
        byService.forEach((service, values) -> values
                .forEach((key, value) -> keys.computeIfAbsent(key, name -> new LinkedHashMap<>()).put(service, value)));
        return keys;
    }
}
