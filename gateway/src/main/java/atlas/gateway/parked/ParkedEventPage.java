package atlas.gateway.parked;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.service.page.Page;
import atlas.service.page.Paged;
import atlas.service.parked.ParkedEventView;

/** A page of parked events, each as the service that has it wrote it. */
@Schema(description = "A page of parked events.", requiredProperties = { "items", "total", "next" })
record ParkedEventPage(
        @Schema(type = SchemaType.ARRAY, description = "the items of this page, in the order of the list", implementation = ParkedEventView.class) List<ObjectNode> items,
        @Schema(description = "how many items the whole list has") long total,
        @Schema(nullable = true, description = "cursor of the next page; null on the last") String next) implements Paged {

    static ParkedEventPage of(Page<ObjectNode> page) {
        return new ParkedEventPage(page.items(), page.total(), page.next());
    }
}
