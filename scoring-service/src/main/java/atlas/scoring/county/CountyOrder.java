package atlas.scoring.county;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import atlas.service.problem.ProblemException;

/** A total order of counties: by a key, of which those without one come last, and then by FIPS code. */
final class CountyOrder {

    private static final Map<String, Function<CountyRow, String>> KEYS = Map.of(
            "fips", CountyRow::fips,
            "name", CountyRow::foldedName,
            "state", row -> row.county().state(),
            "score", CountyOrder::score,
            "documentedFactors", row -> String.valueOf(row.result().documentedFactors()));

    private final Function<CountyRow, String> key;
    private final Comparator<String> order;

    private CountyOrder(Function<CountyRow, String> key, Comparator<String> order) {
        this.key = key;
        this.order = Comparator.nullsLast(order);
    }

    /** Reads a key's name, with a minus sign for the descending order. */
    static CountyOrder named(String sort) {
        boolean descending = sort.startsWith("-");
        Function<CountyRow, String> key = KEYS.get(descending ? sort.substring(1) : sort);
        if (key == null) {
            throw ProblemException.invalid("sort",
                    "one of fips, name, state, score, documentedFactors, with a minus sign before it for descending");
        }
        return new CountyOrder(key, descending ? Comparator.reverseOrder() : Comparator.naturalOrder());
    }

    /** Of one width, so that scores sort as the numbers do. */
    private static String score(CountyRow row) {
        return row.result().score() == null ? null
                : String.valueOf(1_000_000 + row.result().score().movePointRight(3).intValueExact());
    }

    List<CountyRow> sorted(List<CountyRow> rows) {
        return rows.stream().map(row -> new Keyed(key.apply(row), row))
                .sorted(Comparator.comparing(Keyed::key, order).thenComparing(keyed -> keyed.row().fips()))
                .map(Keyed::row).toList();
    }

    /** What a cursor keeps of the last county shown. */
    List<String> position(CountyRow row) {
        return Arrays.asList(key.apply(row), row.fips());
    }

    boolean isBehind(CountyRow row, List<String> position) {
        int byKey = order.compare(key.apply(row), position.get(0));
        return byKey > 0 || byKey == 0 && row.fips().compareTo(position.get(1)) > 0;
    }

    private record Keyed(String key, CountyRow row) {
    }
}
