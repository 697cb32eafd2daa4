package atlas.scoring.rubric;

import java.util.List;
import java.util.Map;

/** The rules that a rubric may name. */
final class Rules {

    private static final Map<String, Rule> BY_NAME = Map.of(
            "state-law", new StateLawRule(),
            "contract", new ContractRule(),
            "restriction", new RestrictionRule(),
            "default", new DefaultRule());

    private Rules() {
    }

    static List<Rule> named(List<String> names) {
        return names.stream().map(Rules::named).toList();
    }

    private static Rule named(String name) {
        Rule rule = BY_NAME.get(name);
        if (rule == null) {
            throw new IllegalArgumentException("no rule has the name: " + name);
        }
        return rule;
    }
}
