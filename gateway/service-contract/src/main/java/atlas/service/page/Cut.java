package atlas.service.page;

import java.util.List;
import java.util.function.Function;

/**
 * The items that a page shows, and the cursor of the next page; null on the last.
 */
public record Cut<T>(List<T> shown, String next) {

    /** The page of them. */
    public <V> Page<V> page(Function<T, V> view, long total) {
        return new Page<>(shown.stream().map(view).toList(), total, next);
    }
}
