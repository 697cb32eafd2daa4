package atlas.scoring.published;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import atlas.events.Binding;
import atlas.events.Direction;
import atlas.events.FrontierTopic;
import atlas.events.RecordedLaw;

/** Which laws a figure speaks of: those that have one of each that is named. */
record LawsMeant(Set<Direction> directions, Set<Binding> binds, Set<String> instruments, Set<FrontierTopic> topics) {

    LawsMeant {
        directions = orEmpty(directions);
        binds = orEmpty(binds);
        instruments = orEmpty(instruments);
        topics = orEmpty(topics);
    }

    boolean include(RecordedLaw law) {
        return (directions.isEmpty() || directions.contains(law.direction()))
                && (binds.isEmpty() || !Collections.disjoint(binds, law.binds()))
                && (instruments.isEmpty() || instruments.contains(law.instrument()))
                && (topics.isEmpty() || !Collections.disjoint(topics, law.topics()));
    }

    String words() {
        List<String> words = new ArrayList<>();
        describe("direction ", directions, words);
        describe("binding ", binds, words);
        describe("instrument ", instruments, words);
        describe("topic ", topics, words);
        return "(" + String.join("; ", words) + ")";
    }

    private static void describe(String what, Collection<?> values, List<String> words) {
        if (!values.isEmpty()) {
            words.add(what + String.join(" or ", values.stream().map(String::valueOf).sorted().toList()));
        }
    }

    private static <T> Set<T> orEmpty(Set<T> values) {
        return values == null ? Set.of() : Set.copyOf(values);
    }
}
