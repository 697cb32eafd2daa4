package atlas.county.imports.ice;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names as the list writes them, made comparable: cases, accents, apostrophes, abbreviations and doubled spaces aside. */
final class Words {

    private static final int LONGEST = 300;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’‘`´]");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9&]+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");

    private Words() {
    }

    /** The text without needless spaces; null for one that says nothing, as "#N/A" does. */
    static String clean(String text) {
        String clean = text == null ? "" : SPACES.matcher(text).replaceAll(" ").strip();
        boolean nothing = switch (clean.toUpperCase(Locale.ROOT)) {
            case "", "#N/A", "N/A", "NA", "#REF!", "#VALUE!", "#NAME?", "NULL", "NONE", "-", "TBD" -> true;
            default -> false;
        };
        return nothing ? null : clean;
    }

    /** Lower-case words, "saint" for "St.", "county" for "Co.", "department" for "Dept.". */
    static String plain(String text) {
        String lower = MARKS
                .matcher(Normalizer.normalize(text.substring(0, Math.min(text.length(), LONGEST)), Normalizer.Form.NFD))
                .replaceAll("").toLowerCase(Locale.ROOT);
        String words = " " + OTHERS.matcher(APOSTROPHES.matcher(lower).replaceAll("")).replaceAll(" ").strip() + " ";
        return words.replace(" st ", " saint ").replace(" ste ", " sainte ").replace(" co ", " county ")
                .replace(" dept ", " department ").replace(" & ", " and ").strip();
    }
}
