package atlas.gateway.audit;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.service.page.Page;
import atlas.service.page.Paged;

/** A page of the whole audit. */
record AuditPage(@Schema(type = SchemaType.ARRAY, implementation = AuditedEntry.class) List<ObjectNode> items, long total,
        @Schema(nullable = true) String next) implements Paged {

    static AuditPage of(Page<ObjectNode> page) {
        return new AuditPage(page.items(), page.total(), page.next());
    }
}
