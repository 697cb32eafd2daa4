package atlas.kubernetes;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

/** What a service says of itself in its application.properties. */
record ServiceFacts(String service, Properties properties) {

    static ServiceFacts of(String service) {
        Path file = Path.of(System.getProperty("atlas.home"), service, "src", "main", "resources", "application.properties");
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ServiceFacts(service, properties);
    }

    int number(String key) {
        return Integer.parseInt(text(key));
    }

    String text(String key) {
        String value = properties.getProperty(key);
        if (value == null) {
            throw new AssertionError(key + " is not among the properties of " + service);
        }
        return value;
    }

    List<String> list(String key) {
        return properties.containsKey(key) ? List.of(text(key).split(",")) : List.of();
    }

    long seconds(String key, String byDefault) {
        return Duration.parse("PT" + properties.getProperty(key, byDefault)).toSeconds();
    }

    boolean sets(String prefix) {
        return properties.stringPropertyNames().stream().anyMatch(key -> key.startsWith(prefix));
    }
}
