package atlas.county.policy;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;

import atlas.events.RecordedPolicy;
import atlas.service.page.Cursors;
import atlas.service.page.Page;
import atlas.service.record.VersionKey;
import atlas.service.time.KnownAt;

/** Pages through records, in the order of their ids: a total order, and the order in which they were first recorded. */
@ApplicationScoped
class PolicyLists {

    private static final int AT_ONCE = 1_000;

    private final PolicyRepository policies;
    private final Cursors cursors;

    PolicyLists(PolicyRepository policies, Cursors cursors) {
        this.policies = policies;
        this.cursors = cursors;
    }

    @Transactional
    Page<RecordedPolicy> page(PolicyFilter filter, PolicyQuery query, UriInfo uri) {
        VersionKey behind = VersionKey.at(cursors.position(uri, query.cursor));
        List<CountyPolicy> found = policies.list(filter, behind, query.limit.value() + 1);
        return cursors.cut(uri, found, query.limit, policy -> policy.key().position())
                .page(policy -> policy.recordedAsKnownAt(filter.knownAt()), policies.count(filter));
    }

    /** Some versions behind one (null: from the first on), superseded and withdrawn ones too, as known at an instant. */
    @Transactional
    List<RecordedPolicy> versionsBehind(RecordedPolicy last, KnownAt knownAt) {
        Instant instant = knownAt == null ? null : knownAt.value();
        PolicyFilter all = new PolicyFilter(null, null, null, null, null, null, null, instant, true);
        VersionKey behind = last == null ? null : new VersionKey(last.id(), last.version());
        return policies.list(all, behind, AT_ONCE).stream().map(policy -> policy.recordedAsKnownAt(instant)).toList();
    }
}
