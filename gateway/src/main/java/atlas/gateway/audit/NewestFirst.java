package atlas.gateway.audit;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.gateway.merged.Order;

/** The order of the whole audit: of the newest entries of each, the one that was written last. */
final class NewestFirst implements Order {

    private static final String NOTHING_IS_BELOW = "0";

    @Override
    public boolean isBefore(ObjectNode one, ObjectNode other) {
        return at(one).isAfter(at(other));
    }

    @Override
    public String place(ObjectNode item) {
        return item.path("id").asText();
    }

    @Override
    public String start(List<ObjectNode> first) {
        return first.isEmpty() ? NOTHING_IS_BELOW : String.valueOf(first.get(0).path("id").asLong() + 1);
    }

    private static Instant at(ObjectNode entry) {
        return Instant.parse(entry.path("at").asText());
    }
}
