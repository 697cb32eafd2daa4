package atlas.gateway.parked;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.service.page.Page;
import atlas.service.page.Paged;
import atlas.service.parked.ParkedEventView;

/** A page of parked events, each as the service that has it wrote it. */
record ParkedEventPage(@Schema(type = SchemaType.ARRAY, implementation = ParkedEventView.class) List<ObjectNode> items,
        long total, @Schema(nullable = true) String next) implements Paged {

    static ParkedEventPage of(Page<ObjectNode> page) {
        return new ParkedEventPage(page.items(), page.total(), page.next());
    }
}
