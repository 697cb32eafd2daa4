package atlas.service.problem;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Lists that stand for sets: nothing is named twice, and nothing is missing in the middle. */
public final class NamedOnce {

    private NamedOnce() {
    }

    /** @param at where the list stands in the body */
    public static void check(List<?> values, String at, Violations violations) {
        Set<Object> before = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            violations.require(value != null, at + "/" + i, "must not be null")
                    .require(value == null || before.add(value), at + "/" + i, "is named twice");
        }
    }
}
