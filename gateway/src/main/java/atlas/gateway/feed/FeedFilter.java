package atlas.gateway.feed;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Which events somebody wants. Of what is empty, or null, all are wanted; of several, any.
 *
 * @param types as on the wire
 * @param since recorded then or later
 */
public record FeedFilter(Set<String> states, Set<String> counties, Set<String> factors, Set<String> types, Instant since) {

    public static final FeedFilter ALL = new FeedFilter(Set.of(), Set.of(), Set.of(), Set.of(), null);

    public FeedFilter {
        states = Set.copyOf(states);
        counties = Set.copyOf(counties);
        factors = Set.copyOf(factors);
        types = Set.copyOf(types);
    }

    public boolean isAll() {
        return equals(ALL);
    }

    public boolean matches(EventFacts event) {
        return (states.isEmpty() || states.contains(event.state()))
                && (counties.isEmpty() || event.county() != null && counties.contains(event.county()))
                && (factors.isEmpty() || !Collections.disjoint(factors, event.factors()))
                && (types.isEmpty() || types.contains(event.type()))
                && (since == null || !event.recordedAt().isBefore(since));
    }

    /** The same in the words of the database, with the parameters that belong to it. */
    Condition condition() {
        StringBuilder sql = new StringBuilder();
        List<Object> values = new ArrayList<>();
        add(sql, values, " AND state = ANY (?)", states);
        add(sql, values, " AND county = ANY (?)", counties);
        add(sql, values, " AND factors && ?", factors);
        add(sql, values, " AND type = ANY (?)", types);
        if (since != null) {
            sql.append(" AND recorded_at >= ?");
            values.add(Timestamp.from(since));
        }
        return new Condition(sql.toString(), values);
    }

    private static void add(StringBuilder sql, List<Object> values, String condition, Set<String> wanted) {
        if (!wanted.isEmpty()) {
            sql.append(condition);
            values.add(wanted.toArray(String[]::new));
        }
    }

    /** A condition to be added to others. */
    record Condition(String sql, List<Object> values) {
    }
}
