package atlas.gateway.audit;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.service.page.Page;
import atlas.service.page.Paged;

/** A page of the whole audit. */
@Schema(description = "A page of the whole audit.", requiredProperties = { "items", "total", "next" })
record AuditPage(
        @Schema(type = SchemaType.ARRAY, description = "the items of this page, in the order of the list", implementation = AuditedEntry.class) List<ObjectNode> items,
        @Schema(description = "how many items the whole list has") long total,
        @Schema(nullable = true, description = "cursor of the next page; null on the last") String next) implements Paged {

    static AuditPage of(Page<ObjectNode> page) {
        return new AuditPage(page.items(), page.total(), page.next());
    }
}
