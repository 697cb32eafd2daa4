package atlas.gateway.export.making;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;

/**
 * A state of the data set: what was recorded up to an instant, as it stands on a day.
 *
 * @param version names it: the same state has the same everywhere
 */
record Cut(String version, Instant instant, Knowledge knowledge, FeedCut feed) {

    private static final int DIGITS = 8;

    /** @param layout what the files would hold of any state; other columns make another version */
    static Cut of(Instant instant, Knowledge knowledge, FeedCut feed, String layout) {
        MessageDigest digest = HashedFile.sha256();
        String state = String.join("\n", layout, knowledge.toString(), Long.toString(feed.head().first()),
                Long.toString(feed.events()), Long.toString(feed.lastEvent()));
        String hash = HexFormat.of().formatHex(digest.digest(state.getBytes(StandardCharsets.UTF_8)));
        return new Cut(knowledge.asOf() + "-" + hash.substring(0, DIGITS), instant, knowledge, feed);
    }

    LocalDate asOf() {
        return knowledge.asOf();
    }

    Instant knownAt() {
        return knowledge.knownAt();
    }

    /** Since when the data set could be in this state: it was recorded, and the day has come. */
    Instant created() {
        Instant day = asOf().atStartOfDay().toInstant(ZoneOffset.UTC);
        return day.isAfter(knownAt()) ? day : knownAt();
    }
}
