package atlas.gateway.rebuild;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.gateway.feed.FeedRebuilds;

/** How the rebuild of the feed stands. */
@Schema(description = "How the rebuild of the feed stands.", requiredProperties = { "running", "number", "applied", "total" })
record RebuildOfFeed(boolean running,
        @Schema(description = "how many rebuilds there were so far, the one under way among them", examples = "1") int number,
        @Schema(description = "messages that the new feed has been made from", examples = "3891") long applied,
        @Schema(description = "messages that the feed was made from when the rebuild began", examples = "3891") long total) {

    static RebuildOfFeed of(FeedRebuilds.Standing standing) {
        return new RebuildOfFeed(standing.running(), standing.number(), standing.read(), standing.total());
    }
}
