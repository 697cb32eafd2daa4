package atlas.gateway.feed.atom;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

import atlas.gateway.feed.FeedFilter;

/**
 * A document of the feed.
 *
 * @param made when the feed was made: what is told while there are no entries
 * @param place where it stands among the documents of the feed
 * @param entries the newest first
 */
record AtomFeed(FeedFilter filter, Instant made, Place place, List<AtomEntry> entries) {

    AtomFeed {
        entries = List.copyOf(entries);
    }

    /** Full, and so the same for ever. */
    boolean isArchive() {
        return place.next().isPresent();
    }

    Instant updated() {
        return entries.stream().map(AtomEntry::updated).max(Comparator.naturalOrder()).orElse(made);
    }

    /**
     * A document is named by the number behind which it begins.
     *
     * @param self none for the one with the newest entries
     * @param previous the archive before this one, or before what no archive has yet; none at the beginning
     * @param next the document after this archive; none for what is no archive
     */
    record Place(OptionalLong self, OptionalLong previous, OptionalLong next) {
    }
}
