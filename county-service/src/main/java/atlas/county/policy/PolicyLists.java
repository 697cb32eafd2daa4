package atlas.county.policy;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;

import atlas.county.policy.CountyPolicy.Key;
import atlas.events.RecordedPolicy;
import atlas.service.page.Cursors;
import atlas.service.page.Page;

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
        List<String> position = cursors.position(uri, query.cursor);
        Key behind = position.isEmpty() ? null : new Key(UUID.fromString(position.get(0)), Integer.parseInt(position.get(1)));
        int limit = query.limit.value();
        List<CountyPolicy> found = policies.list(filter, behind, limit + 1);
        List<CountyPolicy> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? cursors.next(uri, position(shown.get(limit - 1))) : null;
        return new Page<>(shown.stream().map(policy -> policy.recordedAsKnownAt(filter.knownAt())).toList(),
                policies.count(filter), next);
    }

    private static List<String> position(CountyPolicy last) {
        return List.of(last.id().toString(), String.valueOf(last.version()));
    }
}
