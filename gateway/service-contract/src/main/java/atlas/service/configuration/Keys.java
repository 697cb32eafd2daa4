package atlas.service.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The list of all keys: those of the four services, and those of the programs in {@code deploy}. */
public record Keys(List<KeyGroup> groups) {

    /** Asked for several times while a service starts: by the check, and by each configuration that is built. */
    private static final class Shipped {

        static final Keys LIST = load();
    }

    /** The list that is shipped. */
    public static Keys read() {
        return Shipped.LIST;
    }

    private static Keys load() {
        try (InputStream list = Keys.class.getResourceAsStream("/configuration/keys.json")) {
            return new ObjectMapper().readValue(list, Keys.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the list of keys cannot be read", e);
        }
    }

    public Stream<Key> all() {
        return groups.stream().flatMap(group -> group.keys().stream());
    }

    /** Those that a service reads. */
    public List<Key> of(String service) {
        return all().filter(key -> key.services().contains(service)).toList();
    }
}
