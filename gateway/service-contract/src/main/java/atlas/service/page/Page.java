package atlas.service.page;

import java.util.List;

/**
 * A page of a list.
 *
 * @param total how many items the whole list has
 * @param next cursor of the next page; null on the last
 */
public record Page<T>(List<T> items, long total, String next) implements Paged {

    public Page {
        items = List.copyOf(items);
    }
}
