package atlas.gateway.stream;

import atlas.gateway.feed.EventFacts;
import atlas.gateway.feed.NumberedEvent;
import io.vertx.core.buffer.Buffer;

/**
 * An event as it goes to a subscriber.
 *
 * @param bytes encoded once, and written to all who want it
 */
record Frame(long sequence, EventFacts facts, Buffer bytes) {

    static Frame of(NumberedEvent event) {
        return new Frame(event.sequence(), event.facts(), Buffer.buffer(
                "id: " + event.sequence() + "\nevent: " + event.facts().type() + "\ndata: " + event.json() + "\n\n"));
    }
}
