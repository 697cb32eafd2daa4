package atlas.service.configuration;

import java.util.List;

/**
 * Keys that are about the same thing.
 *
 * @param services who reads them, where a key does not say it itself
 */
public record KeyGroup(String title, List<String> services, List<Key> keys) {

    public KeyGroup {
        List<String> all = services;
        keys = keys.stream().map(key -> key.of(all)).toList();
    }
}
