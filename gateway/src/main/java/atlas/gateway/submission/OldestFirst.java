package atlas.gateway.submission;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.gateway.merged.Order;

/** The order of submissions: that of their ids, which begin with the time. */
final class OldestFirst implements Order {

    @Override
    public boolean isBefore(ObjectNode one, ObjectNode other) {
        return place(one).compareTo(place(other)) < 0; // as text ids stand in the order in which the database has them
    }

    @Override
    public String place(ObjectNode item) {
        return item.path("id").asText();
    }

    @Override
    public String start(List<ObjectNode> first) {
        return ""; // what is submitted later stands behind
    }
}
