package atlas.gateway.feed.atom;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.gateway.feed.FeedFilter;
import atlas.gateway.feed.FeedHead;
import atlas.gateway.feed.FeedStore;
import atlas.gateway.feed.FeedStore.Most;
import atlas.gateway.feed.NumberedEvent;
import atlas.gateway.feed.PositionGoneException;
import atlas.gateway.feed.atom.AtomFeed.Place;
import atlas.service.problem.ProblemException;

/**
 * Cuts the feed into archives: of the events that a filter wants, the first fifty, the next fifty and so on. An archive is
 * named by
 * the number behind which it begins, so that its name is known before it is full and belongs to this feed alone.
 */
@ApplicationScoped
class Archives {

    static final int ENTRIES = 50;
    /** In characters. Events may be large and entries are not: they are read a part at a time. */
    private static final int LONGEST_READ = 4_000_000;

    private final FeedStore store;

    Archives(FeedStore store) {
        this.store = store;
    }

    /** The newest entries: at least those that no archive has yet. */
    AtomFeed newest(FeedFilter filter) {
        FeedHead head = store.head();
        long inNoArchive = store.count(filter, head) % ENTRIES;
        long border = beforeTheLast(inNoArchive, filter, head);
        long begin = beforeTheLast(ENTRIES, filter, head);
        Place place = new Place(OptionalLong.empty(), previous(border, filter, head), OptionalLong.empty());
        return new AtomFeed(filter, head.made(), place, entries(filter, begin, head));
    }

    /** The archive that begins behind a number; while it is not full, what there is of it. */
    AtomFeed behind(FeedFilter filter, long border) {
        FeedHead head = store.head();
        if (border < head.first() - 1 || border > head.last()) {
            throw new PositionGoneException(head);
        }
        if (!isBorder(border, filter, head)) {
            throw ProblemException
                    .notFound("With these filters no archive begins at this number: follow the links of the feed.");
        }
        List<AtomEntry> entries = entries(filter, border, head);
        OptionalLong next = entries.size() == ENTRIES ? OptionalLong.of(entries.get(0).sequence()) : OptionalLong.empty();
        return new AtomFeed(filter, head.made(), new Place(OptionalLong.of(border), previous(border, filter, head), next),
                entries);
    }

    private boolean isBorder(long number, FeedFilter filter, FeedHead head) {
        FeedHead then = head.asOf(number);
        return number == head.first() - 1
                || store.fromTheEnd(filter, then, 1).equals(OptionalLong.of(number))
                        && store.count(filter, then) % ENTRIES == 0;
    }

    private OptionalLong previous(long border, FeedFilter filter, FeedHead head) {
        return border < head.first() ? OptionalLong.empty()
                : OptionalLong.of(beforeTheLast(ENTRIES, filter, head.asOf(border)));
    }

    /** The number behind which so many wanted events come and then the end. */
    private long beforeTheLast(long events, FeedFilter filter, FeedHead head) {
        return store.fromTheEnd(filter, head, events + 1).orElse(head.first() - 1);
    }

    private List<AtomEntry> entries(FeedFilter filter, long behind, FeedHead head) {
        List<AtomEntry> entries = new ArrayList<>();
        long read = behind;
        while (entries.size() < ENTRIES && read < head.last()) {
            List<NumberedEvent> found = store.page(filter, read, head.last(), new Most(ENTRIES - entries.size(), LONGEST_READ));
            found.forEach(event -> entries.add(Entries.of(event)));
            read = found.isEmpty() ? head.last() : found.get(found.size() - 1).sequence();
        }
        Collections.reverse(entries);
        return entries;
    }
}
