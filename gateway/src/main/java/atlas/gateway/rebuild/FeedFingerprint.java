package atlas.gateway.rebuild;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One number for all events of the feed. */
@Schema(description = "One number for all events of the feed: the same events give the same, each key's in their order. The numbers of the events have no part in it.", requiredProperties = {
        "feed", "events", "keys", "first", "last", "rebuild" })
record FeedFingerprint(
        @Schema(description = "of the events, word for word, in the order of each county, or state where they are of no county", examples = "sha256:5e0c…") String feed,
        @Schema(examples = "2977") long events,
        @Schema(description = "counties and states, each by the types of its events", examples = "1504") int keys,
        @Schema(examples = "1767225600000000") String first,
        @Schema(examples = "1767225600000099") String last,
        @Schema(description = "how many rebuilds there were before what is shown", examples = "0") int rebuild) {
}
