package atlas.statelaw.law;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;

import atlas.events.RecordedLaw;
import atlas.service.page.Cursors;
import atlas.service.page.Page;
import atlas.service.record.VersionKey;

/** Pages through laws, in the order of their ids: a total order, and the order in which they were first recorded. */
@ApplicationScoped
class LawLists {

    private final LawRepository laws;
    private final Cursors cursors;

    LawLists(LawRepository laws, Cursors cursors) {
        this.laws = laws;
        this.cursors = cursors;
    }

    @Transactional
    Page<RecordedLaw> page(LawFilter filter, LawQuery query, UriInfo uri) {
        VersionKey behind = VersionKey.at(cursors.position(uri, query.cursor));
        int limit = query.limit.value();
        List<StateLaw> found = laws.list(filter, behind, limit + 1);
        List<StateLaw> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? cursors.next(uri, shown.get(limit - 1).key().position()) : null;
        return new Page<>(shown.stream().map(law -> law.recordedAsKnownAt(filter.knownAt())).toList(), laws.count(filter),
                next);
    }
}
