package atlas.gateway.merged;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Takes items off several slices of one order, always the one that stands first, and keeps the place in each. */
final class Merge {

    private final List<Slice> slices;
    private final Order order;
    private final List<String> places;
    private final int[] taken;

    /** @param places where each slice begins; an empty one: at the start of its part */
    Merge(List<Slice> slices, List<String> places, Order order) {
        this.slices = slices;
        this.order = order;
        this.places = new ArrayList<>(places);
        this.taken = new int[slices.size()];
        for (int i = 0; i < slices.size(); i++) {
            if (places.get(i).isEmpty() && !slices.get(i).closed()) {
                this.places.set(i, order.start(slices.get(i).items()));
            }
        }
    }

    /** The next items, at most so many as each slice was asked for. */
    List<ObjectNode> take(int most) {
        List<ObjectNode> items = new ArrayList<>();
        for (int first = first(); first >= 0 && items.size() < most; first = first()) {
            ObjectNode item = head(first);
            items.add(item);
            places.set(first, order.place(item));
            taken[first]++;
        }
        return items;
    }

    boolean hasMore() {
        return first() >= 0 || slices.stream().anyMatch(Slice::more);
    }

    /** Where each part goes on. */
    List<String> places() {
        return Collections.unmodifiableList(places);
    }

    /** The slice whose next item stands before those of the others; of equals the first; -1 when none has any. */
    private int first() {
        int first = -1;
        for (int i = 0; i < slices.size(); i++) {
            if (head(i) != null && (first < 0 || order.isBefore(head(i), head(first)))) {
                first = i;
            }
        }
        return first;
    }

    private ObjectNode head(int slice) {
        List<ObjectNode> items = slices.get(slice).items();
        return taken[slice] < items.size() ? items.get(taken[slice]) : null;
    }
}
