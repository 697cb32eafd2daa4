package atlas.kubernetes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What each service can be told, as it checks itself at its start: the variables of the environment. */
record ServiceKeys(JsonNode groups) {

    static ServiceKeys read() {
        try (InputStream keys = ServiceKeys.class.getResourceAsStream("/configuration/keys.json")) {
            return new ServiceKeys(new ObjectMapper().readTree(keys).path("groups"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> all(String service) {
        return keys(service, false);
    }

    /** Without these the service does not start. */
    Set<String> required(String service) {
        return keys(service, true);
    }

    private Set<String> keys(String service, boolean requiredOnly) {
        Set<String> found = new TreeSet<>();
        for (JsonNode group : groups) {
            for (JsonNode key : group.path("keys")) {
                JsonNode services = key.has("services") ? key.path("services") : group.path("services");
                boolean reads = Manifest.items(services).anyMatch(reader -> reader.asText().equals(service));
                if (reads && !key.path("fixed").asBoolean() && (key.path("required").asBoolean() || !requiredOnly)) {
                    found.add(variable(key.path("name").asText()));
                }
            }
        }
        return found;
    }

    private static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
