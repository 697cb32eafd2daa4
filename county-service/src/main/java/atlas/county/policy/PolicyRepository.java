package atlas.county.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.service.record.Conditions;
import atlas.service.record.VersionKey;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;

/** Finds versions of policy records, on both clocks. */
@ApplicationScoped
class PolicyRepository implements PanacheRepositoryBase<CountyPolicy, VersionKey> {

    private static final Sort ORDER = Sort.by("id").and("version");

    /** The current version, withdrawn or not. */
    Optional<CountyPolicy> current(UUID id) {
        return find("id = ?1 and supersededAt is null", id).firstResultOptional();
    }

    /** All versions said up to an instant (null: now), the first one first. */
    List<CountyPolicy> versions(UUID id, Instant knownAt) {
        return knownAt == null ? list("id", Sort.by("version"), id)
                : list("id = ?1 and recordedAt <= ?2", Sort.by("version"), id, knownAt);
    }

    /** What the filter selects, behind the position, at most so many. */
    List<CountyPolicy> list(PolicyFilter filter, VersionKey behind, int limit) {
        Conditions wanted = conditions(filter).behind(behind);
        return find(wanted.text(), ORDER, wanted.values()).range(0, limit - 1).list();
    }

    long count(PolicyFilter filter) {
        Conditions wanted = conditions(filter);
        return count(wanted.text(), wanted.values());
    }

    private static Conditions conditions(PolicyFilter filter) {
        return new Conditions().and("county = :county", "county", filter.county())
                .and("state = :state", "state", filter.state())
                .and("factor = :factor", "factor", filter.factor()).and("topic = :topic", "topic", filter.topic())
                .and("scope = :scope", "scope", filter.scope()).and("stance = :stance", "stance", filter.stance())
                .inForceOn(filter.asOf(), "").saidAt(filter.knownAt(), filter.history());
    }
}
