package atlas.service.record;

import java.time.Instant;

import atlas.service.write.Author;

/**
 * Who records a version, and when.
 *
 * @param by the organisation's name
 * @param owner the partner's id, or the key's where the key belongs to none
 * @param approvedBy who approved it; null where nobody had to
 */
public record Recording(Instant at, String by, String owner, String approvedBy) {

    private static final int RESOLUTION_NANOS = 1_000;

    /** By an author. */
    public static Recording of(Instant at, Author author) {
        return new Recording(at, author.organisation(), author.owner(), author.approvedBy());
    }

    /** The time of the next version: later than the one before, even where a clock was set back. */
    public Instant after(Instant before) {
        return at.isAfter(before) ? at : before.plusNanos(RESOLUTION_NANOS);
    }
}
