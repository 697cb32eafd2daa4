package atlas.scoring.published;

import java.math.BigDecimal;
import java.math.RoundingMode;

import atlas.scoring.tables.Share;

/**
 * A computed count.
 *
 * @param whole what it is counted of; null where it is no part of anything
 */
record Measured(long part, Long whole) {

    static Measured partOf(long part, long whole) {
        return new Measured(part, whole);
    }

    static Measured alone(long count) {
        return new Measured(count, null);
    }

    /** The part of the whole, from 0 to 1; null if there is no whole. */
    Double share() {
        return whole == null ? null : Share.of(part, whole);
    }

    /** In the unit of a figure; null where it cannot be said in it. */
    BigDecimal in(String unit) {
        return switch (unit) {
            case Figure.PERCENT -> share() == null ? null : BigDecimal.valueOf(share()).movePointRight(2);
            case Figure.RATIO -> whole == null || whole == 0 ? null
                    : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
            default -> BigDecimal.valueOf(part);
        };
    }
}
