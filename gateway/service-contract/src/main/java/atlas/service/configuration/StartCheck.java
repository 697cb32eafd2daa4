package atlas.service.configuration;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jboss.logging.Logger;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;

/**
 * Judges all that a service was told before it does anything else: it starts with what it understands, or it says in one line
 * for each mistake what to change, and ends.
 */
public final class StartCheck {

    /** EX_CONFIG of sysexits.h. */
    private static final int CONFIGURATION_ERROR = 78;
    private static final String ENVIRONMENT = "EnvConfigSource";
    /** Quarkus starts an application so to find out its classes, with nothing around it. */
    private static final String TRAINING = "quarkus.appcds.generate";

    private final String service;
    private final Keys keys = Keys.read();
    private final Map<String, String> environment;
    private final List<String> hints = new ArrayList<>();

    StartCheck(String service, Map<String, String> environment) {
        this.service = service;
        this.environment = environment;
    }

    /** Ends this process when something is wrong. */
    public static void orExit(String service, List<Rule> rules) {
        if (System.getProperty(TRAINING) != null) {
            return;
        }
        StartCheck check = new StartCheck(service, System.getenv());
        List<String> problems = check.problems(ConfigUtils.configBuilder().build(), rules);
        // the log is not set up yet, and a process that was told nonsense may have been told nonsense about its log
        problems.forEach(problem -> System.err.println("FATAL " + service + " does not start: " + problem));
        if (!problems.isEmpty()) {
            check.hints.forEach(hint -> System.err.println("WARN " + service + ": " + hint));
            System.exit(CONFIGURATION_ERROR);
        }
        check.hints.forEach(Logger.getLogger(StartCheck.class)::warn);
    }

    /** One line for each mistake. */
    List<String> problems(SmallRyeConfig config, List<Rule> rules) {
        Settings settings = new Settings(keys.of(service), config);
        NameCheck names = new NameCheck(keys, environment);
        List<String> problems = new ArrayList<>(names.ofEnvironment());
        for (ConfigSource source : config.getConfigSources()) {
            if (!source.getName().startsWith(ENVIRONMENT)) {
                problems.addAll(names.of(Settings.origin(source.getName()), source.getPropertyNames().stream()));
            }
        }
        settings.keys().stream().filter(key -> SettingFiles.isSet(environment, key)).forEach(key -> checkFile(key, problems));
        problems.addAll(new ValueCheck(settings).problems());
        CommonRules.ALL.forEach(rule -> rule.broken(settings).forEach(problems::add));
        rules.forEach(rule -> rule.broken(settings).forEach(problems::add));
        hints.addAll(names.nearly(settings));
        return problems;
    }

    private void checkFile(Key key, List<String> problems) {
        String file = environment.get(key.fileVariable());
        if (environment.containsKey(key.variable())) {
            problems.add(key.variable() + " and " + key.fileVariable() + " are both set: unset one of them");
        }
        if (!isReadable(file)) {
            problems.add("%s is \"%s\" (environment): no file that this user can read".formatted(key.fileVariable(), file));
        }
    }

    private static boolean isReadable(String file) {
        try {
            return Files.isRegularFile(Path.of(file)) && Files.isReadable(Path.of(file));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
