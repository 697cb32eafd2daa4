package atlas.events.outbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what was committed with what came onto a topic. */
final class Deliveries {

    private final Map<String, List<String>> committed = new HashMap<>();
    private final Map<String, List<String>> delivered = new LinkedHashMap<>();

    /** An event was committed, behind all others of its key that were named here before. */
    void committed(String key, String event) {
        committed.computeIfAbsent(key, any -> new ArrayList<>()).add(event);
    }

    /** An event is on the topic, behind all others of its key that were named here before. */
    void delivered(String key, String event) {
        delivered.computeIfAbsent(key, any -> new ArrayList<>()).add(event);
    }

    /** Events that came more often than once, counted as often as they came again. */
    int repeated() {
        return delivered.values().stream().mapToInt(events -> events.size() - Set.copyOf(events).size()).sum();
    }

    /** What is wrong; nothing when every event came and each key's came, the first time each, in the order of their commits. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        Set<String> keys = new LinkedHashSet<>(committed.keySet());
        keys.addAll(delivered.keySet());
        for (String key : keys) {
            compare(key, committed.getOrDefault(key, List.of()), delivered.getOrDefault(key, List.of()), faults);
        }
        return faults;
    }

    private static void compare(String key, List<String> expected, List<String> came, List<String> faults) {
        List<String> firsts = List.copyOf(new LinkedHashSet<>(came));
        expected.stream().filter(event -> !firsts.contains(event))
                .forEach(event -> faults.add("missing: " + key + " " + event));
        firsts.stream().filter(event -> !expected.contains(event))
                .forEach(event -> faults.add("unknown: " + key + " " + event));
        List<String> inOrder = expected.stream().filter(firsts::contains).toList();
        List<String> known = firsts.stream().filter(expected::contains).toList();
        for (int i = 0; i < inOrder.size(); i++) {
            if (!inOrder.get(i).equals(known.get(i))) {
                faults.add("out of order: " + key + " " + known.get(i) + " for " + inOrder.get(i));
                return;
            }
        }
    }
}
