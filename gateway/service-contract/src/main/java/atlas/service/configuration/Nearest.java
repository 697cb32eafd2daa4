package atlas.service.configuration;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** Finds the name that somebody may have meant. */
final class Nearest {

    /** Of so many characters one may be wrong. */
    private static final int CHARACTERS_PER_MISTAKE = 4;

    private Nearest() {
    }

    /** The nearest, unless even that is another word. */
    static Optional<String> to(String name, Set<String> known) {
        return known.stream()
                .filter(other -> Math.abs(other.length() - name.length()) <= name.length() / CHARACTERS_PER_MISTAKE)
                .min(Comparator.<String> comparingInt(other -> distance(name, other)).thenComparing(Comparator.naturalOrder()))
                .filter(other -> distance(name, other) <= name.length() / CHARACTERS_PER_MISTAKE);
    }

    /** How many characters must be put in, taken out or changed. */
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
