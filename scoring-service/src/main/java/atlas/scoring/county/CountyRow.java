package atlas.scoring.county;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

import atlas.scoring.nation.County;
import atlas.scoring.rubric.Scorecard;

/** A county of a list, with its result. */
record CountyRow(County county, Scorecard result) {

    String fips() {
        return county.fips();
    }

    /** The name without case and accents. */
    String foldedName() {
        return Folded.of(county.registration().name());
    }

    /** Text without case and accents. */
    static final class Folded {

        private static final Pattern MARKS = Pattern.compile("\\p{M}+");

        private Folded() {
        }

        static String of(String text) {
            String plain = Normalizer.isNormalized(text, Normalizer.Form.NFD) ? text
                    : Normalizer.normalize(text, Normalizer.Form.NFD);
            return MARKS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
        }
    }
}
