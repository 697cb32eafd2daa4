package atlas.gateway.feed;

import java.util.List;
import java.util.UUID;

/** Is told of events when they get their numbers: once of each, in the transaction that numbers them. */
public interface NumberedEvents {

    /** Takes events that had no number before, in their order; what fails here takes the numbers back. */
    void numbered(List<Fresh> events);

    /** An event at the moment that it is numbered. */
    record Fresh(UUID id, long sequence, EventFacts facts) {
    }
}
