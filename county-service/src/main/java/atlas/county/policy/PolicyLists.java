package atlas.county.policy;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;

import atlas.events.RecordedPolicy;
import atlas.service.page.Cursors;
import atlas.service.page.Page;
import atlas.service.record.VersionKey;

/** Pages through records, in the order of their ids: a total order, and the order in which they were first recorded. */
@ApplicationScoped
class PolicyLists {

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
}
