package atlas.service.audit;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;

import atlas.service.page.Cursors;
import atlas.service.page.Page;

/** Pages through the audit, the newest entry first. */
@ApplicationScoped
public class AuditLists {

    private final AuditStore store;
    private final Cursors cursors;

    AuditLists(AuditStore store, Cursors cursors) {
        this.store = store;
        this.cursors = cursors;
    }

    public Page<AuditEntryView> page(AuditQuery query, UriInfo uri) {
        AuditFilter filter = query.filter();
        List<String> position = cursors.position(uri, query.cursor);
        Long before = position.isEmpty() ? null : Long.valueOf(position.get(0));
        List<AuditEntryView> found = store.list(filter, before, query.limit.value() + 1);
        return cursors.cut(uri, found, query.limit, entry -> List.of(String.valueOf(entry.id())))
                .page(entry -> entry, store.count(filter));
    }
}
