package atlas.gateway.stream;

import java.util.List;

import jakarta.inject.Singleton;

import atlas.gateway.feed.FeedFilter;
import atlas.gateway.feed.FeedHead;
import atlas.gateway.feed.FeedStore;
import atlas.gateway.feed.NumberedEvent;

/** Keeps the newest events in memory, once for all subscribers. One thread adds, all read. */
@Singleton
class RecentEvents {

    private final FeedStore store;
    private final int mostEvents;
    private final int mostCharacters;
    private volatile Recent recent = Recent.NOTHING;

    RecentEvents(FeedStore store, StreamConfig config) {
        this.store = store;
        this.mostEvents = config.keptEvents();
        this.mostCharacters = config.keptCharacters();
    }

    Recent now() {
        return recent;
    }

    /** Reads what is new up to the head, or as much of its end as is kept; true when it is still the same feed. */
    boolean follow(FeedHead head) {
        Recent before = recent;
        boolean same = before.head().first() == head.first() && head.last() >= before.last();
        Recent known = same && head.last() - before.last() < mostEvents ? before
                : new Recent(new FeedHead(head.first(), Math.max(head.first() - 1, head.last() - mostEvents)), List.of());
        while (known.last() < head.last()) {
            List<NumberedEvent> page = store.page(FeedFilter.ALL, known.last(), head.last(),
                    new FeedStore.Most(mostEvents, mostCharacters));
            if (page.isEmpty()) {
                return false; // another feed has taken its place
            }
            FeedHead reached = new FeedHead(head.first(), page.get(page.size() - 1).sequence());
            known = known.with(reached, page.stream().map(Frame::of).toList(), mostEvents, mostCharacters);
        }
        recent = known;
        return same;
    }
}
