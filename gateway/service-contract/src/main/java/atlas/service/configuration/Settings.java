package atlas.service.configuration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.microprofile.config.ConfigValue;

import io.smallrye.config.SmallRyeConfig;

/** What a service was told: its keys, with the values that hold and where each came from. */
public final class Settings {

    private static final String ENVIRONMENT = "EnvConfigSource";
    private static final String PROPERTIES = "SysPropConfigSource";
    /** That of the file inside a service; files of the operator stand above. */
    private static final int OWN_FILE = 250;

    private final List<Key> keys;
    private final Map<String, Setting> values = new LinkedHashMap<>();

    Settings(List<Key> keys, SmallRyeConfig config) {
        this.keys = keys;
        keys.forEach(key -> read(key, config).ifPresent(setting -> values.put(key.name(), setting)));
    }

    private static Optional<Setting> read(Key key, SmallRyeConfig config) {
        ConfigValue value = config.getConfigValue(key.name());
        if (value.getValue() == null) {
            return Optional.ofNullable(value.getRawValue()).filter(text -> !text.isBlank())
                    .map(text -> setting(key, text, value, true));
        }
        return Optional.of(setting(key, value.getValue(), value, false));
    }

    private static Setting setting(Key key, String text, ConfigValue value, boolean unresolved) {
        String source = Optional.ofNullable(value.getSourceName()).orElse("");
        boolean ownFile = value.getSourceOrdinal() <= OWN_FILE;
        if (source.equals(SettingFiles.NAME)) {
            return new Setting(key, text, key.fileVariable(), "content of the file that it names", ownFile, unresolved);
        }
        boolean variable = source.startsWith(ENVIRONMENT);
        return new Setting(key, text, variable || ownFile ? key.variable() : key.name(), origin(source), ownFile, unresolved);
    }

    /** A source of the configuration, in words. */
    static String origin(String source) {
        if (source.startsWith(ENVIRONMENT)) {
            return "environment";
        }
        return source.startsWith(PROPERTIES) ? "system property" : source.replaceFirst("^.*\\[source=(.*)]$", "$1");
    }

    List<Key> keys() {
        return keys;
    }

    Optional<Setting> of(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** What holds for a key: what was set, or what it is by default. */
    public Optional<String> value(String name) {
        return of(name).map(Setting::value).filter(text -> !text.isBlank())
                .or(() -> keys.stream().filter(key -> key.name().equals(name)).findFirst().map(Key::byDefault));
    }

    public boolean isOn(String name) {
        return value(name).filter(text -> Boolean.TRUE.equals(Values.switched(text))).isPresent();
    }

    /** How a refusal speaks of a key: as it was set, else as it would be set. */
    public String label(String name) {
        return of(name).map(Setting::label).orElseGet(() -> Key.variable(name));
    }
}
