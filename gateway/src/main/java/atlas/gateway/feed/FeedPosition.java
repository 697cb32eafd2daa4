package atlas.gateway.feed;

import java.util.OptionalLong;
import java.util.regex.Pattern;

import atlas.service.problem.ProblemException;

/** How far somebody has read: the number of the last event, or 0 for nothing yet. */
public final class FeedPosition {

    /** What fits into the numbers of every JSON reader. */
    private static final Pattern FORMAT = Pattern.compile("[0-9]{1,16}");

    private FeedPosition() {
    }

    /** Reads it; empty when it is no number that a feed could have. */
    public static OptionalLong read(String text) {
        return FORMAT.matcher(text).matches() ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /** Reads the parameter {@code after}. */
    public static long after(String text) {
        return read(text).orElseThrow(() -> ProblemException.invalid("after",
                "the sequence of an event, as an answer showed it, or 0 for the beginning"));
    }
}
