package atlas.statelaw.law;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;

import atlas.events.RecordedLaw;
import atlas.service.page.Cursors;
import atlas.service.page.Page;
import atlas.service.record.VersionKey;
import atlas.service.time.KnownAt;

/** Pages through laws, in the order of their ids: a total order, and the order in which they were first recorded. */
@ApplicationScoped
class LawLists {

    private static final int AT_ONCE = 1_000;

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

    /** Some versions behind one (null: from the first on), superseded and withdrawn ones too, as known at an instant. */
    @Transactional
    List<RecordedLaw> versionsBehind(RecordedLaw last, KnownAt knownAt) {
        Instant instant = knownAt == null ? null : knownAt.value();
        LawFilter all = new LawFilter(null, null, null, null, null, null, null, null, instant, true);
        VersionKey behind = last == null ? null : new VersionKey(last.id(), last.version());
        return laws.list(all, behind, AT_ONCE).stream().map(law -> law.recordedAsKnownAt(instant)).toList();
    }
}
