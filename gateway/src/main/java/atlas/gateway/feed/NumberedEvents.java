package atlas.gateway.feed;

import java.util.List;
import java.util.UUID;

/**
 * Is told of events when they get their numbers: once of each, in the transaction that numbers them. What a feed that is made
 * anew has from the one before is not told again.
 */
public interface NumberedEvents {

    /** Takes events that were in no feed before, in their order, perhaps none; what fails here takes the numbers back. */
    void numbered(List<Fresh> events);

    /** An event at the moment that it is numbered. */
    record Fresh(UUID id, long sequence, EventFacts facts) {
    }
}
