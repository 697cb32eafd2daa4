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
        List<StateLaw> found = laws.list(filter, behind, query.limit.value() + 1);
        return cursors.cut(uri, found, query.limit, law -> law.key().position())
                .page(law -> law.recordedAsKnownAt(filter.knownAt()), laws.count(filter));
    }
}
