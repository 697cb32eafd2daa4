package atlas.gateway.feed.atom;

import java.util.List;

/**
 * An event in words.
 *
 * @param title on one line: where, and what happened
 * @param summary in a sentence or two
 * @param details one after the other: what stands now, and with an arrow what stood before
 */
record EventWords(String title, String summary, List<String> details) {

    EventWords {
        details = List.copyOf(details);
    }
}
