package atlas.scoring.changes;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Counts counties by the changes that they saw: each county once, and once for each kind of change. */
final class ChangeTally {

    private final Map<Change, Integer> byChange = new EnumMap<>(Change.class);
    private int counties;

    /** @param changes the kinds of change that one county saw */
    void add(Set<Change> changes) {
        counties++;
        changes.forEach(change -> byChange.merge(change, 1, Integer::sum));
    }

    int counties() {
        return counties;
    }

    /** How many counties saw at least one such change. */
    int of(Change change) {
        return byChange.getOrDefault(change, 0);
    }
}
