package atlas.gateway.export.making;

import java.util.Set;

import atlas.gateway.feed.FeedHead;

/**
 * Which events of the feed belong to the state of an instant: those up to the head but for some.
 *
 * @param later the numbers of events that tell of what was recorded later
 */
record FeedCut(FeedHead head, Set<Long> later) {

    FeedCut {
        later = Set.copyOf(later);
    }

    boolean holds(long sequence) {
        return !later.contains(sequence);
    }

    /** How many events belong to it. */
    long events() {
        return head.last() - head.first() + 1 - later.size();
    }

    /** The number up to which all events belong to it: who reads on from there misses none. */
    long lastEvent() {
        return later.stream().mapToLong(Long::longValue).min().orElse(head.last() + 1) - 1;
    }
}
