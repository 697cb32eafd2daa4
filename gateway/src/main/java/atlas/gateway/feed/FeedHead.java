package atlas.gateway.feed;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * From where to where the feed goes.
 *
 * @param first number of its first event
 * @param last number of its last event; one less than the first while there is none
 */
public record FeedHead(long first, long last) {

    /** Whether somebody may have read up to there: nothing yet (0), all before the first, or any event that there is. */
    public boolean holds(long position) {
        return position == 0 || position >= first - 1 && position <= last;
    }

    /** The feed as it was when this was its last number. */
    public FeedHead asOf(long position) {
        return new FeedHead(first, position);
    }

    /** When the feed was made: its first number tells. */
    public Instant made() {
        return Instant.EPOCH.plus(first, ChronoUnit.MICROS);
    }

    long size() {
        return last - first + 1;
    }
}
