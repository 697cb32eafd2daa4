package atlas.service.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Values that lie in files of their own, as compose and Kubernetes mount secrets: the variable {@code KEY_FILE} names the file
 * of {@code KEY}. Every key of the list can be told so. The content is taken as it is, without the line end behind it.
 */
public final class SettingFiles implements ConfigSource {

    static final String NAME = "files named by variables";
    /** Above the environment, below system properties: who sets both is refused at the start. */
    private static final int ORDINAL = 310;

    private final Map<String, String> values = new HashMap<>();

    /** Those of this process; made by the configuration itself. */
    public SettingFiles() {
        this(System.getenv());
    }

    SettingFiles(Map<String, String> environment) {
        // most processes have none, and need not read the list
        if (environment.keySet().stream().anyMatch(name -> name.endsWith("_FILE"))) {
            Keys.read().all().filter(key -> isSet(environment, key)).forEach(key -> read(key, environment));
        }
    }

    static boolean isSet(Map<String, String> environment, Key key) {
        return !environment.getOrDefault(key.fileVariable(), "").isBlank();
    }

    private void read(Key key, Map<String, String> environment) {
        try {
            String content = Files.readString(Path.of(environment.get(key.fileVariable())));
            // what looks like a reference to another setting is none
            values.put(key.name(), content.replaceFirst("\\R\\z", "").replace("$", "\\$"));
        } catch (IOException | InvalidPathException e) {
            // told by the check of the start, in words; without it the value is missing
        }
    }

    @Override
    public Set<String> getPropertyNames() {
        return values.keySet();
    }

    @Override
    public String getValue(String name) {
        return values.get(name);
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public int getOrdinal() {
        return ORDINAL;
    }
}
