package atlas.gateway.feed.atom;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import atlas.gateway.feed.EventFacts;

/**
 * An event as a reader shows it.
 *
 * @param id of the event, wherever and under whatever number it is shown
 * @param alternate path of the record, law or county that it is about
 * @param related paths of what it came from
 */
record AtomEntry(UUID id, long sequence, EventFacts facts, EventWords words, String alternate, List<String> related) {

    AtomEntry {
        related = List.copyOf(related);
    }

    Instant updated() {
        return facts.recordedAt();
    }
}
