package atlas.service.page;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of a list.
 *
 * @param total how many items the whole list has
 * @param next cursor of the next page; null on the last
 */
@Schema(description = "A page of a list.", requiredProperties = { "items", "total", "next" })
public record Page<T>(@Schema(description = "the items of this page, in the order of the list") List<T> items,
        @Schema(description = "how many items the whole list has", examples = "1") long total,
        @Schema(nullable = true, description = "cursor of the next page; null on the last") String next) implements Paged {

    public Page {
        items = List.copyOf(items);
    }
}
