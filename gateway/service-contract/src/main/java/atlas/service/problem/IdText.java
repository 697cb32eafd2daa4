package atlas.service.problem;

import java.util.UUID;
import java.util.regex.Pattern;

/** Ids as callers write them: in the one spelling in which we show them, of either case. */
public final class IdText {

    public static final String FORM = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private static final Pattern WHOLE = Pattern.compile(FORM);

    private IdText() {
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException when it is none; Java alone would take 1-1-1-1-1 for an id
     */
    public static UUID read(String text) {
        if (!WHOLE.matcher(text).matches()) {
            throw new IllegalArgumentException("no id: " + text);
        }
        return UUID.fromString(text);
    }
}
