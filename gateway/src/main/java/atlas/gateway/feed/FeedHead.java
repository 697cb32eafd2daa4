package atlas.gateway.feed;

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

    long size() {
        return last - first + 1;
    }
}
