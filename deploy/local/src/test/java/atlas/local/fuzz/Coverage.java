package atlas.local.fuzz;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was asked of each operation, and how it was answered. */
public final class Coverage {

    private final Map<String, Row> rows = new TreeMap<>();
    private final long begun = System.nanoTime();
    private int requests;

    private static final class Row {

        private final Map<Aim, Integer> asked = new EnumMap<>(Aim.class);
        private final Map<Integer, Integer> answered = new TreeMap<>();
    }

    Coverage(List<Operation> operations) {
        operations.forEach(operation -> rows.put(operation.name(), new Row()));
    }

    void add(Call call, Answer answer) {
        Row row = rows.get(call.intent().operation().name());
        row.asked.merge(call.intent().aim(), 1, Integer::sum);
        if (call.method().equals(call.intent().operation().method()) && !call.intent().outside()) {
            row.answered.merge(answer.status(), 1, Integer::sum);
        }
        requests++;
    }

    public int requests() {
        return requests;
    }

    public double perSecond() {
        return requests / ((System.nanoTime() - begun) / 1e9);
    }

    /** Operations that were never served. */
    public List<String> unreached() {
        return rows.entrySet().stream()
                .filter(row -> row.getValue().answered.keySet().stream().noneMatch(status -> status / 100 == 2))
                .map(Map.Entry::getKey).toList();
    }

    /** A line an operation: how many of each aim, and the statuses with how often each came. */
    public String table() {
        StringBuilder table = new StringBuilder("%-70s %6s %8s %7s  %s%n".formatted("operation", "valid", "boundary", "hostile",
                "statuses"));
        rows.forEach((name, row) -> table.append("%-70s %6d %8d %7d  %s%n".formatted(name,
                row.asked.getOrDefault(Aim.VALID, 0), row.asked.getOrDefault(Aim.BOUNDARY, 0),
                row.asked.getOrDefault(Aim.HOSTILE, 0), row.answered)));
        return table.append("%d operations, %d requests, %.0f a second%n".formatted(rows.size(), requests, perSecond()))
                .toString();
    }
}
