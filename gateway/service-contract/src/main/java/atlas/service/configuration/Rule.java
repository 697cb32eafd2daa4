package atlas.service.configuration;

import java.util.stream.Stream;

/** What several settings must agree on. */
@FunctionalInterface
public interface Rule {

    /** One line for each disagreement, with the keys as they were set and what to do. */
    Stream<String> broken(Settings settings);

    /** A rule of one line. */
    static Rule of(Rule.Condition broken, Words words) {
        return settings -> broken.holds(settings) ? Stream.of(words.of(settings)) : Stream.empty();
    }

    /** Whether the rule is broken. */
    @FunctionalInterface
    interface Condition {
        boolean holds(Settings settings);
    }

    /** What is said then. */
    @FunctionalInterface
    interface Words {
        String of(Settings settings);
    }
}
