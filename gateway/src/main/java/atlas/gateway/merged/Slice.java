package atlas.gateway.merged;

import java.util.List;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Some items of a part, in its order.
 *
 * @param total how many items the whole part has
 * @param more whether others follow
 * @param closed whether the part shows the caller nothing at all
 */
public record Slice(List<ObjectNode> items, long total, boolean more, boolean closed) {

    static final Slice CLOSED = new Slice(List.of(), 0, false, true);

    public Slice {
        items = List.copyOf(items);
    }

    public Slice(List<ObjectNode> items, long total, boolean more) {
        this(items, total, more, false);
    }

    /** The same with each item written otherwise. */
    public Slice each(UnaryOperator<ObjectNode> otherwise) {
        return new Slice(items.stream().map(otherwise).toList(), total, more, closed);
    }
}
