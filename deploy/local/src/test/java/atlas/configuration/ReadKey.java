package atlas.configuration;

import java.util.Set;

/**
 * A key as the code reads it.
 *
 * @param type what it is read as, without an {@code Optional} around it
 * @param byDefault what the code takes when it is not set; null for nothing
 * @param reader the class that reads it
 */
record ReadKey(String name, String type, String byDefault, String reader) {

    private static final Set<String> SHARED = Set.of("atlas.events", "atlas.service");

    /** Whether the class is one that several services have a part of. */
    boolean isShared() {
        return SHARED.stream().anyMatch(shared -> reader.startsWith(shared + "."));
    }
}
