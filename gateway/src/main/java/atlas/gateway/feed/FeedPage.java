package atlas.gateway.feed;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.service.page.Paged;

/** A page of the feed. */
@Schema(name = "FeedPage", description = "Events in the order of their numbers.", requiredProperties = { "items", "total",
        "next",
        "first", "last" })
public record FeedPage(List<FeedEvent> items, @Schema(description = "how many there are with these filters") long total,
        @Schema(nullable = true, description = "\"after\" of the next page; null on the last", examples = "1767225600000049") String next,
        @Schema(extensions = @Extension(name = "x-column", value = "false", parseValue = true), description = "number of the first event of the feed", examples = "1767225600000000") String first,
        @Schema(extensions = @Extension(name = "x-column", value = "false", parseValue = true), description = "number of the last event of the feed when this was read; one less than the first while there is none. At the end of the pages go on with it.", examples = "1767225600000099") String last)
        implements
            Paged {

    public FeedPage {
        items = List.copyOf(items);
    }

    @Override
    public String parameter() {
        return "after";
    }
}
