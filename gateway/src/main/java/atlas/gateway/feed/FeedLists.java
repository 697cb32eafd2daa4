package atlas.gateway.feed;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.service.page.PageLimit;
import atlas.service.time.Today;

/** Pages through the feed, the oldest event first. */
@ApplicationScoped
class FeedLists {

    /** In characters: several times the largest message of Kafka. */
    private static final int LONGEST_PAGE = 4_000_000;

    private final FeedStore store;
    private final Today time;

    FeedLists(FeedStore store, Today time) {
        this.store = store;
        this.time = time;
    }

    /** All of the answer is about the feed as it was when its head was read. */
    FeedPage page(FeedWords words, long after, PageLimit limit) {
        FeedFilter filter = words.read(time.zone());
        FeedHead head = store.head();
        if (!head.holds(after)) {
            throw new PositionGoneException(head);
        }
        List<NumberedEvent> found = store.page(filter, after, head.last(),
                new FeedStore.Most(limit.value() + 1, LONGEST_PAGE));
        if (found.isEmpty()) {
            failIfAnotherFeedIsShown(head);
        }
        List<NumberedEvent> shown = shown(found, limit.value());
        String next = shown.size() < found.size() ? text(shown.get(shown.size() - 1).sequence()) : null;
        return new FeedPage(shown.stream().map(event -> new FeedEvent(event.json())).toList(), store.count(filter, head), next,
                text(head.first()), text(head.last()));
    }

    /** It may have taken the place of the one whose head was read. */
    private void failIfAnotherFeedIsShown(FeedHead head) {
        FeedHead now = store.head();
        if (now.first() != head.first()) {
            throw new PositionGoneException(now);
        }
    }

    /** The one more that was asked for only tells that there is one; so does one too long for the page. */
    private static List<NumberedEvent> shown(List<NumberedEvent> found, int limit) {
        long length = found.stream().mapToLong(event -> event.body().length()).sum();
        boolean cut = found.size() > limit || found.size() > 1 && length >= LONGEST_PAGE;
        return cut ? found.subList(0, found.size() - 1) : found;
    }

    static String text(long sequence) {
        return Long.toString(sequence);
    }
}
