package atlas.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import atlas.service.configuration.Key;
import atlas.service.configuration.Keys;
import atlas.service.configuration.Kind;

/** The list of keys says what the code reads, and the page says what the list says. */
class ConfigurationPageTest {

    private static final String UPDATE = "mvn -o -q -pl deploy/local -am test -Dtest=ConfigurationPageTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dconfiguration.page=update";
    private static final Set<String> READ_BY_QUARKUS_OR_US_AS_TEXT = Set.of("java.lang.String", "java.nio.file.Path");
    private static final Map<String, Set<Kind>> KINDS = Map.ofEntries(Map.entry("boolean", Set.of(Kind.SWITCH)),
            Map.entry("int", Set.of(Kind.NUMBER, Kind.PORT)), Map.entry("long", Set.of(Kind.NUMBER)),
            Map.entry("short", Set.of(Kind.NUMBER)), Map.entry("double", Set.of(Kind.SHARE)),
            Map.entry("java.time.Duration", Set.of(Kind.DURATION)), Map.entry("java.net.URI", Set.of(Kind.URL)),
            Map.entry("java.time.ZoneId", Set.of(Kind.ZONE)),
            Map.entry("io.quarkus.runtime.configuration.MemorySize", Set.of(Kind.SIZE)),
            Map.entry("java.util.List<java.time.Duration>", Set.of(Kind.DURATIONS)),
            Map.entry("java.util.List<java.lang.String>", Set.of(Kind.NAMES)));

    private static final Pattern VARIABLE = Pattern.compile("\\bATLAS_[A-Z_]*[A-Z]\\b");
    /** Scripts have no ending. */
    private static final Pattern TEXTS = Pattern.compile("[a-z-]+|.*\\.(yaml|env|mjs|sh)");

    private final Keys keys = Keys.read();
    private final OwnSettings own = new OwnSettings();
    private final List<ReadKey> read = new ReadKeys().all().toList();

    @Test
    void thePageSaysWhatTheListSays() throws IOException {
        String made = ConfigurationPage.made();
        if ("update".equals(System.getProperty("configuration.page"))) {
            ConfigurationPage.write(made);
        }
        assertEquals(made, ConfigurationPage.written(), "docs/configuration.md is not up to date, run " + UPDATE);
    }

    @Test
    void theListHasAllThatTheCodeReadsAndNothingElse() {
        Set<String> ours = read.stream().map(ReadKey::name).collect(Collectors.toCollection(TreeSet::new));
        Set<String> listed = keys.all().filter(key -> OwnSettings.SERVICES.containsAll(key.services())).map(Key::name)
                .filter(name -> name.startsWith("atlas.")).collect(Collectors.toCollection(TreeSet::new));

        assertTrue(ours.size() > 80, "found too few: " + ours);
        assertEquals(ours, listed, "configuration/keys.json and what the code reads");
    }

    @Test
    void theListHasTheDefaultsThatHold() {
        List<String> wrong = keys.all().filter(key -> !key.fixed())
                .flatMap(key -> key.services().stream().flatMap(service -> wrongDefault(key, service).stream())).toList();

        assertEquals(List.of(), wrong);
    }

    private Optional<String> wrongDefault(Key key, String service) {
        Optional<String> holds = Optional.ofNullable(own.of(service, key.name())).or(() -> read.stream()
                .filter(one -> one.name().equals(key.name())).map(ReadKey::byDefault).filter(text -> text != null).findFirst());
        boolean ours = key.name().startsWith("atlas.") && !service.equals("deploy");
        boolean right = holds.isEmpty() ? !ours || key.byDefault() == null : holds.get().equals(key.byDefault());
        return right ? Optional.empty()
                : Optional.of(key.name() + " of " + service + " is " + holds.orElse("nothing") + " by default, not "
                        + key.byDefault());
    }

    @Test
    void theListSaysHowAValueIsRead() {
        List<String> wrong = read.stream().flatMap(one -> keys.all().filter(key -> key.name().equals(one.name()))
                .filter(key -> !KINDS.getOrDefault(one.type(), Set.of()).contains(key.kind()))
                .filter(key -> !READ_BY_QUARKUS_OR_US_AS_TEXT.contains(one.type()))
                .map(key -> key.name() + " is read as " + one.type() + ", not as " + key.kind())).toList();

        assertEquals(List.of(), wrong);
    }

    @Test
    void theListHasTheServiceWhoseClassReadsAKey() {
        List<String> wrong = read.stream().filter(one -> !one.isShared()).flatMap(one -> keys.all()
                .filter(key -> key.name().equals(one.name()) && !key.services().equals(List.of(moduleOf(one))))
                .map(key -> key.name() + " is read by " + one.reader() + ", not by " + key.services())).toList();

        assertEquals(List.of(), wrong);
    }

    private static String moduleOf(ReadKey key) {
        return Map.of("county", "county-service", "statelaw", "state-law-service", "scoring", "scoring-service", "gateway",
                "gateway").get(key.reader().split("\\.")[1]);
    }

    @Test
    void everySettingOfOursInsideAServiceIsListedForIt() {
        List<String> unlisted = own.byKey().entrySet().stream().filter(entry -> entry.getKey().startsWith("atlas."))
                .flatMap(entry -> entry.getValue().keySet().stream().filter(service -> keys.of(service).stream()
                        .noneMatch(key -> key.name().equals(entry.getKey()))).map(service -> entry.getKey() + " of " + service))
                .toList();

        assertEquals(List.of(), unlisted);
    }

    /** What compose and the rest take from the environment may be set where services are started, too. */
    @Test
    void everyVariableThatScriptsAndManifestsNameIsListed() throws IOException {
        Set<String> known = keys.all().flatMap(key -> Stream.of(key.variable(), key.fileVariable()))
                .collect(Collectors.toSet());
        Set<String> unknown = new TreeSet<>();
        for (Path file : deployed()) {
            VARIABLE.matcher(Files.readString(file)).results().map(MatchResult::group).filter(name -> !known.contains(name))
                    .forEach(name -> unknown.add(name + " in " + file));
        }
        assertEquals(Set.of(), unknown);
    }

    private static List<Path> deployed() throws IOException {
        Path deploy = Path.of(System.getProperty("atlas.home"), "deploy");
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("compose", "kubernetes", "checks")) {
            try (Stream<Path> all = Files.walk(deploy.resolve(folder))) {
                all.filter(file -> TEXTS.matcher(file.getFileName().toString()).matches()).filter(Files::isRegularFile)
                        .forEach(files::add);
            }
        }
        assertTrue(files.size() > 20, files.toString());
        return files;
    }

    @Test
    void noSecretHasADefault() {
        List<String> given = keys.all().filter(Key::secret).filter(key -> key.byDefault() != null || Stream
                .of(own.byKey().getOrDefault(key.name(), Map.of())).anyMatch(values -> !values.isEmpty())).map(Key::name)
                .toList();

        assertEquals(List.of(), given);
    }

    @Test
    void aServicesKeysAreAskedForByVariable() {
        Set<String> scoring = ConfigurationPage.keys("scoring-service");

        assertTrue(scoring.containsAll(Set.of("ATLAS_OUTBOX_REPLICAS", "KAFKA_BOOTSTRAP_SERVERS",
                "QUARKUS_DATASOURCE_PASSWORD_FILE")), scoring.toString());
        assertTrue(scoring.stream().noneMatch(name -> name.startsWith("ATLAS_UPSTREAM") || name.equals("ATLAS_OUTBOX_TOPICS")),
                scoring.toString());
        assertTrue(ConfigurationPage.required("gateway").contains("SMALLRYE_JWT_SIGN_KEY_LOCATION"));
    }
}
