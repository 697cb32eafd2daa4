package atlas.service.record;

import java.time.Instant;

/**
 * Who records a version, and when.
 *
 * @param approvedBy who approved it; null where nobody had to
 */
public record Recording(Instant at, String by, String approvedBy) {

    private static final int RESOLUTION_NANOS = 1_000;

    /** The time of the next version: later than the one before, even where a clock was set back. */
    public Instant after(Instant before) {
        return at.isAfter(before) ? at : before.plusNanos(RESOLUTION_NANOS);
    }
}
