package atlas.scoring.start;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import atlas.service.configuration.Rule;
import atlas.service.configuration.Settings;

/** What must hold for the rubrics that are named: each is shipped, and named once. */
final class RubricRules {

    private static final String RUBRICS = "atlas.scoring.rubrics";

    static final List<Rule> ALL = List.of(
            settings -> names(settings).filter(name -> !isShipped(name))
                    .map(name -> "%s names the rubric \"%s\", which is not shipped: ilrc-2019 is"
                            .formatted(settings.label(RUBRICS), name)),
            settings -> named(settings, new HashSet<>()));

    private RubricRules() {
    }

    private static Stream<String> named(Settings settings, Set<String> seen) {
        return names(settings).filter(name -> !seen.add(name)).distinct()
                .map(name -> "%s names the rubric \"%s\" twice: once is enough".formatted(settings.label(RUBRICS), name));
    }

    private static Stream<String> names(Settings settings) {
        return settings.value(RUBRICS).stream().flatMap(text -> Stream.of(text.split(","))).map(String::strip)
                .filter(name -> !name.isEmpty());
    }

    private static boolean isShipped(String name) {
        return RubricRules.class.getResource("/rubrics/" + name + ".json") != null;
    }
}
