package atlas.county.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.county.policy.CountyPolicy.Key;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;

/** Finds versions of policy records, on both clocks. */
@ApplicationScoped
class PolicyRepository implements PanacheRepositoryBase<CountyPolicy, Key> {

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
    List<CountyPolicy> list(PolicyFilter filter, Key behind, int limit) {
        Query query = query(filter);
        if (behind != null) {
            query.and("(id > :afterId or id = :afterId and version > :afterVersion)", "afterId", behind.id())
                    .bind("afterVersion", behind.version());
        }
        return find(query.text(), ORDER, query.parameters()).range(0, limit - 1).list();
    }

    long count(PolicyFilter filter) {
        Query query = query(filter);
        return count(query.text(), query.parameters());
    }

    private static Query query(PolicyFilter filter) {
        Query query = new Query();
        query.and("county = :county", "county", filter.county()).and("state = :state", "state", filter.state())
                .and("factor = :factor", "factor", filter.factor()).and("topic = :topic", "topic", filter.topic())
                .and("scope = :scope", "scope", filter.scope()).and("stance = :stance", "stance", filter.stance())
                .and("(effectiveFrom is null or effectiveFrom <= :asOf) and (effectiveTo is null or effectiveTo > :asOf)",
                        "asOf",
                        filter.asOf())
                .and("recordedAt <= :knownAt", "knownAt", filter.knownAt());
        if (!filter.history()) {
            query.always("withdrawn = false").always(
                    filter.knownAt() == null ? "supersededAt is null" : "(supersededAt is null or supersededAt > :knownAt)");
        }
        return query;
    }

    /** A condition that grows by what is asked for. */
    private static final class Query {

        private final List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        private final Parameters parameters = new Parameters();

        Query and(String condition, String name, Object value) {
            if (value != null) {
                conditions.add(condition);
                parameters.and(name, value);
            }
            return this;
        }

        Query always(String condition) {
            conditions.add(condition);
            return this;
        }

        Query bind(String name, Object value) {
            parameters.and(name, value);
            return this;
        }

        String text() {
            return String.join(" and ", conditions);
        }

        Parameters parameters() {
            return parameters;
        }
    }
}
