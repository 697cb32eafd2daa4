package atlas.statelaw.law;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.events.EffectKind;
import atlas.events.Factor;
import atlas.statelaw.law.StateLaw.Key;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;

/** Finds versions of laws, on both clocks. */
@ApplicationScoped
class LawRepository implements PanacheRepositoryBase<StateLaw, Key> {

    private static final Sort ORDER = Sort.by("id").and("version");

    /** The current version, withdrawn or not. */
    Optional<StateLaw> current(UUID id) {
        return find("id = ?1 and supersededAt is null", id).firstResultOptional();
    }

    /** All versions said up to an instant (null: now), the first one first. */
    List<StateLaw> versions(UUID id, Instant knownAt) {
        return knownAt == null ? list("id", Sort.by("version"), id)
                : list("id = ?1 and recordedAt <= ?2", Sort.by("version"), id, knownAt);
    }

    /** What the filter selects, behind the position, at most so many. */
    List<StateLaw> list(LawFilter filter, Key behind, int limit) {
        Query query = query(filter);
        if (behind != null) {
            query.and("(id > :afterId or id = :afterId and version > :afterVersion)", "afterId", behind.id())
                    .bind("afterVersion", behind.version());
        }
        return find(query.text(), ORDER, query.parameters()).range(0, limit - 1).list();
    }

    long count(LawFilter filter) {
        Query query = query(filter);
        return count(query.text(), query.parameters());
    }

    private static Query query(LawFilter filter) {
        Query query = new Query();
        query.and("state = :state", "state", filter.state())
                .and("content.direction = :direction", "direction", filter.direction())
                .and("content.instrument = :instrument", "instrument", filter.instrument())
                .and(holds("content.binds", "binds"), "binds", name(filter.binds()))
                .and(holds("content.topics", "topic"), "topic", name(filter.topic()))
                .and(holds("content.effects", "effect"), "effect", effect(filter.factor(), filter.effect()))
                .and("(content.effectiveFrom is null or content.effectiveFrom <= :asOf)"
                        + " and (content.effectiveTo is null or content.effectiveTo > :asOf)", "asOf", filter.asOf())
                .and("recordedAt <= :knownAt", "knownAt", filter.knownAt());
        if (!filter.history()) {
            query.always("withdrawn = false").always(
                    filter.knownAt() == null ? "supersededAt is null" : "(supersededAt is null or supersededAt > :knownAt)");
        }
        return query;
    }

    /** That the JSON array of a column holds what the parameter says, in PostgreSQL's own operator. */
    private static String holds(String column, String parameter) {
        return "cast(sql('(? @> cast(? as jsonb))', " + column + ", :" + parameter + ") as Boolean) = true";
    }

    private static String name(Enum<?> constant) {
        return constant == null ? null : "[\"" + constant.name() + "\"]";
    }

    private static String effect(Factor factor, EffectKind kind) {
        List<String> parts = new ArrayList<>();
        if (factor != null) {
            parts.add("\"factor\": \"" + factor.name() + "\"");
        }
        if (kind != null) {
            parts.add("\"effect\": \"" + kind.name() + "\"");
        }
        return parts.isEmpty() ? null : "[{" + String.join(", ", parts) + "}]";
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
