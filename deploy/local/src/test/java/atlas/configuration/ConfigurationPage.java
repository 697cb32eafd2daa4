package atlas.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import atlas.service.configuration.Key;
import atlas.service.configuration.KeyGroup;
import atlas.service.configuration.Keys;
import atlas.service.configuration.Kind;

/** docs/configuration.md: its tables are made from the list of keys and from the files inside the services. */
public final class ConfigurationPage {

    private static final String BEGIN = "<!-- from here on made by ConfigurationPageTest: change configuration/keys.json -->";
    private static final Path FILE = Path.of(System.getProperty("atlas.home"), "docs/configuration.md");
    private static final Keys KEYS = Keys.read();

    private ConfigurationPage() {
    }

    /** The environment variables that a service, by the name of its module, understands; those that name files among them. */
    public static Set<String> keys(String service) {
        return KEYS.of(service).stream().filter(key -> !key.fixed())
                .flatMap(key -> Stream.of(key.variable(), key.fileVariable())).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those without which a service does not start; each may be given as a file, too. */
    public static Set<String> required(String service) {
        return KEYS.of(service).stream().filter(Key::required).map(Key::variable)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those whose value nobody may see. */
    public static Set<String> secrets(String service) {
        return KEYS.of(service).stream().filter(Key::secret).map(Key::variable).collect(Collectors.toCollection(TreeSet::new));
    }

    static String written() throws IOException {
        return Files.readString(FILE);
    }

    static void write(String text) throws IOException {
        Files.writeString(FILE, text);
    }

    /** The page as it should be: what is written by hand, then the tables. */
    static String made() throws IOException {
        StringBuilder page = new StringBuilder(written().replaceFirst("(?s)" + BEGIN + ".*", "")).append(BEGIN).append('\n');
        KEYS.groups().forEach(group -> append(group, page));
        page.append("\n## What the services set themselves\n\n"
                + "In the files inside them. Some are decided when a service is built: another value then has no effect, and Quarkus warns of"
                + " it.\n\n| property | value |\n|---|---|\n");
        Set<String> listed = KEYS.all().filter(key -> !key.fixed()).map(Key::name).collect(Collectors.toSet());
        new OwnSettings().byKey().forEach((key, values) -> {
            if (!listed.contains(key)) {
                page.append("| `%s` | %s |\n".formatted(key, values(values)));
            }
        });
        return page.toString();
    }

    private static void append(KeyGroup group, StringBuilder page) {
        List<Key> settable = group.keys().stream().filter(key -> !key.fixed()).toList();
        page.append("\n## ").append(group.title())
                .append("\n\n| variable | property | service | value | default | secret | meaning |\n"
                        + "|---|---|---|---|---|---|---|\n");
        settable.forEach(key -> page.append("| `%s` | `%s` | %s | %s | %s | %s | %s |\n".formatted(key.variable(), key.name(),
                services(key.services()), value(key), byDefault(key), key.secret() ? "yes" : "", key.meaning())));
    }

    private static String services(List<String> services) {
        return services.size() == OwnSettings.SERVICES.size() ? "all"
                : services.stream().map(service -> service.replace("-service", "")).collect(Collectors.joining(", "));
    }

    private static String byDefault(Key key) {
        return key.required() ? "none: needed" : key.byDefault() == null ? "" : "`" + key.byDefault() + "`";
    }

    private static String value(Key key) {
        String what = key.kind() == Kind.CHOICE ? String.join(", ", key.oneOf()) : key.kind().expected();
        return what + (key.atLeast() == null ? "" : ", at least " + key.atLeast())
                + (key.atMost() == null ? "" : ", at most " + key.atMost())
                + (key.notAbove() == null ? "" : ", no more than `" + Key.variable(key.notAbove()) + "`")
                + (key.below() == null ? "" : ", less than `" + Key.variable(key.below()) + "`");
    }

    private static String values(Map<String, String> byService) {
        Map<String, List<String>> services = new LinkedHashMap<>();
        byService.values().forEach(value -> services.putIfAbsent(value, byService.entrySet().stream()
                .filter(entry -> entry.getValue().equals(value)).map(Map.Entry::getKey).toList()));
        return services.entrySet().stream().map(entry -> "`" + entry.getKey() + "` (" + services(entry.getValue()) + ")")
                .collect(Collectors.joining(", "));
    }
}
