package atlas.service.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The condition of a query over versions of records, which grows by what is asked for. Values are bound, never written into it.
 */
public final class Conditions {

    private final List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    private final Map<String, Object> values = new HashMap<>();

    /** Adds a condition that names its value as ":name", when there is a value. */
    public Conditions and(String condition, String name, Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
        return this;
    }

    /** Adds a condition that needs no value of its own. */
    public Conditions and(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Binds one more value of a condition. */
    public Conditions bind(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** Keeps versions behind the last one of the page before, in the order of id and version. */
    public Conditions behind(VersionKey position) {
        return position == null ? this
                : and("(id > :afterId or id = :afterId and version > :afterVersion)", "afterId", position.id())
                        .bind("afterVersion", position.version());
    }

    /**
     * Keeps what is in force on the day; null: whenever it is.
     *
     * @param period the path to effectiveFrom and effectiveTo: empty, or ending with a dot
     */
    public Conditions inForceOn(LocalDate asOf, String period) {
        return and(
                "(%1$seffectiveFrom is null or %1$seffectiveFrom <= :asOf) and (%1$seffectiveTo is null or %1$seffectiveTo > :asOf)"
                        .formatted(period),
                "asOf", asOf);
    }

    /**
     * Keeps what was said at the instant; null: what is said now.
     *
     * @param history what was said before, and what was withdrawn, too
     */
    public Conditions saidAt(Instant knownAt, boolean history) {
        and("recordedAt <= :knownAt", "knownAt", knownAt);
        return history ? this
                : and("withdrawn = false")
                        .and(knownAt == null ? "supersededAt is null" : "(supersededAt is null or supersededAt > :knownAt)");
    }

    public String text() {
        return String.join(" and ", conditions);
    }

    public Map<String, Object> values() {
        return Map.copyOf(values);
    }
}
