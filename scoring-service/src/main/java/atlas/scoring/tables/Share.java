package atlas.scoring.tables;

/** A part of a whole, rounded once, half up, to three digits. */
public final class Share {

    private static final int THOUSAND = 1_000;

    private Share() {
    }

    /** From 0 to 1; null of an empty whole. */
    public static Double of(long part, long whole) {
        return whole == 0 ? null : (double) ((2L * THOUSAND * part + whole) / (2 * whole)) / THOUSAND;
    }
}
