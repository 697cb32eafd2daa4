package atlas.service.configuration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds settings of ours that no service knows: most are misspelt, and what they should say would not hold. */
final class NameCheck {

    private static final String VARIABLES = "ATLAS_";
    private static final String PROPERTIES = "atlas.";
    private static final String SERVICE_HOST = "_SERVICE_HOST";

    private final Set<String> variables = new HashSet<>();
    private final Set<String> properties = new HashSet<>();
    private final Map<String, String> environment;

    NameCheck(Keys keys, Map<String, String> environment) {
        this.environment = environment;
        keys.all().forEach(key -> {
            variables.addAll(List.of(key.variable(), key.fileVariable()));
            properties.add(key.name());
        });
    }

    /** Variables that begin as ours do. */
    List<String> ofEnvironment() {
        return environment.keySet().stream().filter(name -> name.startsWith(VARIABLES) && !variables.contains(name))
                .filter(name -> !isServiceLink(name)).sorted().map(name -> unknown(name, "environment", variables)).toList();
    }

    /** Properties of another source that begin as ours do. */
    List<String> of(String source, Stream<String> names) {
        List<String> problems = new ArrayList<>();
        names.map(name -> name.replaceFirst("^%[^.]+\\.", "")).sorted().distinct().forEach(name -> {
            if (name.startsWith(PROPERTIES) && !properties.contains(name)) {
                problems.add(unknown(name, source, properties));
            } else if (name.startsWith(VARIABLES) && !variables.contains(name)) {
                problems.add(unknown(name, source, variables));
            }
        });
        return problems;
    }

    /** What Kubernetes tells every container about a Service whose name begins with ours: not meant for us. */
    private boolean isServiceLink(String name) {
        return environment.keySet().stream().filter(host -> host.endsWith(SERVICE_HOST))
                .map(host -> host.substring(0, host.length() - SERVICE_HOST.length()))
                .anyMatch(link -> name.startsWith(link + "_SERVICE_") || name.equals(link + "_PORT")
                        || name.startsWith(link + "_PORT_"));
    }

    private static String unknown(String name, String origin, Set<String> known) {
        return name + " (" + origin + ") is no setting of Sanctuary Atlas: "
                + Nearest.to(name, known).map(other -> "did you mean " + other + "?")
                        .orElse("docs/configuration.md has all of them, unset it");
    }

    /** Variables that are nearly those of a service, but that others than us may have set: these are only pointed out. */
    List<String> nearly(Settings settings) {
        Set<String> foreign = new HashSet<>();
        settings.keys().stream().filter(key -> !key.name().startsWith(PROPERTIES)).forEach(key -> foreign.add(key.variable()));
        List<String> hints = new ArrayList<>();
        environment.keySet().stream().filter(name -> !name.startsWith(VARIABLES) && !variables.contains(name)).sorted()
                .forEach(name -> hint(name, foreign).ifPresent(hints::add));
        return hints;
    }

    private static Optional<String> hint(String name, Set<String> known) {
        return Nearest.to(name, known).filter(other -> Nearest.distance(name, other) <= 2)
                .map(other -> name + " is not " + other + ": if that was meant, it does not hold");
    }
}
