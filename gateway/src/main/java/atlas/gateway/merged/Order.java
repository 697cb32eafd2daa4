package atlas.gateway.merged;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The order of a merged list, which is that of each of its parts. */
public interface Order {

    /** Whether the one stands before the other, which is of another part. */
    boolean isBefore(ObjectNode one, ObjectNode other);

    /** Where an item stands in its own part. */
    String place(ObjectNode item);

    /** The place before the first items of a part, as they are now: what comes to be before them later is not shown behind. */
    String start(List<ObjectNode> first);
}
