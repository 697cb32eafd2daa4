package atlas.gateway.feed;

/** The feed was looked at and goes further than before, or is another one. */
public record FeedGrown(FeedHead head) {
}
