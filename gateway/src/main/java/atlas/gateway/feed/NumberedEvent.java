package atlas.gateway.feed;

/**
 * An event of the feed.
 *
 * @param body the CloudEvent as it was on the topic
 */
public record NumberedEvent(long sequence, EventFacts facts, String body) {

    /**
     * The CloudEvent on one line, with its number as the extension attribute {@code sequence}. That is text, as the attributes
     * of CloudEvents know no number of more than 32 bits; all have sixteen digits, so that they sort as text too.
     */
    public String json() {
        // a line end in JSON can only stand between its parts
        String line = body.replace('\n', ' ').replace('\r', ' ').strip();
        return "{\"sequence\":\"" + sequence + "\"," + line.substring(1);
    }
}
