package atlas.service.audit;

import java.util.List;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;

import atlas.service.page.Cursors;
import atlas.service.page.Page;
import atlas.service.problem.ProblemException;

/** Pages through the audit, the newest entry first. */
@ApplicationScoped
public class AuditLists {

    private static final Pattern FORMAT = Pattern.compile("[0-9]{1,18}");

    private final AuditStore store;
    private final Cursors cursors;

    AuditLists(AuditStore store, Cursors cursors) {
        this.store = store;
        this.cursors = cursors;
    }

    /** @param after id of the entry behind which the list begins, where no cursor says it; null: from the newest */
    public Page<AuditEntryView> page(AuditQuery query, String after, UriInfo uri) {
        List<String> position = cursors.position(uri, query.cursor());
        List<AuditEntryView> found = behind(query, position.isEmpty() ? after : position.get(0), query.limit().value() + 1);
        return cursors.cut(uri, found, query.limit(), entry -> List.of(String.valueOf(entry.id())))
                .page(entry -> entry, total(query));
    }

    /** The entries behind the one of the id (null: from the newest), at most so many. */
    public List<AuditEntryView> behind(AuditQuery query, String id, int most) {
        return store.list(query.filter(), id == null ? null : number(id), most);
    }

    public long total(AuditQuery query) {
        return store.count(query.filter());
    }

    private static long number(String id) {
        if (!FORMAT.matcher(id).matches()) {
            throw ProblemException.invalid("after", "the id of an entry, a whole number");
        }
        return Long.parseLong(id);
    }
}
