package atlas.scoring.published;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

import atlas.scoring.rubric.Scorecard;

/**
 * Compares the counties' results of a day with those of an earlier one. A county counts when it is analyzed on either day; on
 * a day without information it stands at what is assumed.
 */
record ChangedSince(LocalDate since) {

    static final String COUNTED = "of the counties analyzed on either day (without information at what is assumed), those ";

    Measured count(Snapshot snapshot, BiPredicate<Scorecard, Scorecard> changed) {
        List<Scorecard> before = snapshot.resultsOn(since);
        List<Scorecard> after = snapshot.resultsOn(snapshot.day());
        int[] counted = IntStream.range(0, after.size()).filter(i -> before.get(i).analyzed() || after.get(i).analyzed())
                .toArray();
        return Measured.partOf(IntStream.of(counted).filter(i -> changed.test(before.get(i), after.get(i))).count(),
                counted.length);
    }
}
