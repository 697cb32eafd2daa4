package atlas.gateway.route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what a path means: a tree of its segments, in which a fixed segment goes before a variable one. */
final class RouteTable {

    private final Node root = new Node();
    private final List<Operation> operations;

    RouteTable(List<Operation> operations) {
        this.operations = List.copyOf(operations);
        operations.forEach(this::add);
    }

    List<Operation> operations() {
        return operations;
    }

    /** The place that a raw path leads to. */
    Optional<Place> find(String path) {
        return Optional.ofNullable(find(root, path, 1));
    }

    private void add(Operation operation) {
        Node node = root;
        for (String segment : operation.template().substring(1).split("/")) {
            node = segment.startsWith("{") ? node.variable() : node.fixed.computeIfAbsent(segment, s -> new Node());
        }
        List<Operation> here = node.place == null ? new ArrayList<>() : new ArrayList<>(node.place.operations());
        here.add(operation);
        node.place = new Place(here);
    }

    private static Place find(Node node, String path, int start) {
        int slash = path.indexOf('/', start);
        String segment = path.substring(start, slash < 0 ? path.length() : slash);
        Node fixed = node.fixed.get(segment);
        Place found = fixed == null ? null : slash < 0 ? fixed.place : find(fixed, path, slash + 1);
        if (found != null || node.variable == null || segment.isEmpty()) {
            return found;
        }
        return slash < 0 ? node.variable.place : find(node.variable, path, slash + 1);
    }

    private static final class Node {

        private final Map<String, Node> fixed = new HashMap<>();
        private Node variable;
        private Place place;

        private Node variable() {
            if (variable == null) {
                variable = new Node();
            }
            return variable;
        }
    }
}
