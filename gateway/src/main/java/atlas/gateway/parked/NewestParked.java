package atlas.gateway.parked;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.gateway.merged.Order;

/** The order of parked events, the newest first: that of their ids, which begin with the time. */
final class NewestParked implements Order {

    private static final String NOTHING_IS_BELOW = "00000000-0000-0000-0000-000000000000";

    @Override
    public boolean isBefore(ObjectNode one, ObjectNode other) {
        return place(one).compareTo(place(other)) > 0; // as text ids stand in the order in which the database has them
    }

    @Override
    public String place(ObjectNode item) {
        return item.path("id").asText();
    }

    @Override
    public String start(List<ObjectNode> first) {
        if (first.isEmpty()) {
            return NOTHING_IS_BELOW;
        }
        UUID newest = UUID.fromString(place(first.get(0)));
        return new UUID(newest.getMostSignificantBits(), newest.getLeastSignificantBits() + 1).toString();
    }
}
