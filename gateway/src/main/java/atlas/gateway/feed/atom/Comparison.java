package atlas.gateway.feed.atom;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** What is said of a thing, part by part, and with an arrow what was said of it before. */
final class Comparison<T> {

    private static final String ARROW = " → ";
    private static final String NOTHING = "nothing";

    private final T before;
    private final T after;
    private final List<String> lines = new ArrayList<>();

    /** @param before null for what is said for the first time */
    Comparison(T before, T after) {
        this.before = before;
        this.after = after;
    }

    /** A part as it stands now, whether it changed or not; one of which nothing is said (null) is left out. */
    Comparison<T> part(String name, Function<T, String> words) {
        return changed(words) ? line(name, words) : same(name, words.apply(after));
    }

    /** A part that is left out when it did not change. */
    Comparison<T> change(String name, Function<T, String> words) {
        return changed(words) ? line(name, words) : this;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** Before and after, or after alone for what was not there before. */
    static String arrow(String then, String now) {
        return then + ARROW + now;
    }

    private boolean changed(Function<T, String> words) {
        return before == null || !Objects.equals(words.apply(before), words.apply(after));
    }

    private Comparison<T> line(String name, Function<T, String> words) {
        String now = words.apply(after);
        return before == null ? same(name, now)
                : same(name, arrow(Objects.requireNonNullElse(words.apply(before), NOTHING),
                        Objects.requireNonNullElse(now, NOTHING)));
    }

    private Comparison<T> same(String name, String words) {
        if (words != null) {
            lines.add(name + ": " + words);
        }
        return this;
    }
}
