package atlas.service.problem;

import java.util.Collection;
import java.util.Comparator;

/** Finds what somebody may have meant. */
public final class Spelling {

    private static final int LONGEST = 64;

    private Spelling() {
    }

    /** The name that the fewest changes of a letter lead to; of several the first. */
    public static String nearest(String typed, Collection<String> names) {
        String start = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        return names.stream().min(Comparator.comparingInt(name -> distance(start, name))).orElseThrow();
    }

    /** How many letters must be added, taken away or replaced (Levenshtein). */
    static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
