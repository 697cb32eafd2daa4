package atlas.statelaw.law;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.events.EffectKind;
import atlas.events.Factor;
import atlas.service.record.Conditions;
import atlas.service.record.VersionKey;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;

/** Finds versions of laws, on both clocks. */
@ApplicationScoped
class LawRepository implements PanacheRepositoryBase<StateLaw, VersionKey> {

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
    List<StateLaw> list(LawFilter filter, VersionKey behind, int limit) {
        Conditions wanted = conditions(filter).behind(behind);
        return find(wanted.text(), ORDER, wanted.values()).range(0, limit - 1).list();
    }

    long count(LawFilter filter) {
        Conditions wanted = conditions(filter);
        return count(wanted.text(), wanted.values());
    }

    private static Conditions conditions(LawFilter filter) {
        return new Conditions().and("state = :state", "state", filter.state())
                .and("content.direction = :direction", "direction", filter.direction())
                .and("content.instrument = :instrument", "instrument", filter.instrument())
                .and(holds("content.binds", "binds"), "binds", name(filter.binds()))
                .and(holds("content.topics", "topic"), "topic", name(filter.topic()))
                .and(holds("content.effects", "effect"), "effect", effect(filter.factor(), filter.effect()))
                .inForceOn(filter.asOf(), "content.").saidAt(filter.knownAt(), filter.history());
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
}
