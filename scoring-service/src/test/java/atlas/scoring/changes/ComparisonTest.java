package atlas.scoring.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import atlas.scoring.Given;
import atlas.scoring.GivenRubrics;
import atlas.scoring.facts.Fact;
import atlas.scoring.nation.County;
import atlas.scoring.nation.Nation;
import atlas.scoring.nation.NationDraft;
import atlas.scoring.nation.ObviousScore;
import atlas.scoring.nation.RandomRecords;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** The comparison of two days against the slow recomputation of both, on random histories. */
class ComparisonTest {

    private static final String FIPS = "24031";

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void differsAsTheTwoDaysDo(@ForAll("records") RandomRecords records, @ForAll("hours") Instant knownAt) {
        County county = county(records);
        List<Slow> slow = slow(records, knownAt);

        for (int from = 0; from < slow.size(); from += 3) {
            for (int to = from; to < slow.size(); to++) {
                Comparison comparison = compare(county, knownAt, from, to);
                Slow before = slow.get(from);
                Slow after = slow.get(to);
                Map<String, String> expected = new TreeMap<>();
                before.factors().forEach((factor, was) -> {
                    if (!was.equals(after.factors().get(factor))) {
                        expected.put(factor, was ? "LOST" : "GAINED");
                    }
                });
                Map<String, String> found = new TreeMap<>();
                comparison.factors().forEach(factor -> found.put(factor.factor().name(), factor.change().name()));

                assertEquals(expected, found);
                assertEquals(!expected.isEmpty(), comparison.changed());
                assertEquals(after.points() > before.points(), comparison.increased());
                assertEquals(after.points() < before.points(), comparison.decreased());
                assertEquals(before.analyzed() && after.analyzed(), comparison.documented());
                assertTrue(before.analyzed() || after.analyzed() || expected.isEmpty(), "no information, no change");
            }
        }
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void lastTurnIsTheLastDayOnWhichTheFactorTurned(@ForAll("records") RandomRecords records,
            @ForAll("hours") Instant knownAt) {
        County county = county(records);
        List<Slow> slow = slow(records, knownAt);

        for (int from = 0; from < slow.size(); from += 3) {
            for (int to = from; to < slow.size(); to++) {
                for (FactorChange factor : compare(county, knownAt, from, to).factors()) {
                    int turned = lastTurn(slow, factor.factor().name(), to);

                    assertTrue(turned > from);
                    assertEquals(day(turned), factor.turn().on());
                    assertFalse(factor.turn().drivers().isEmpty(), "something drives every change");
                    for (Fact driver : factor.turn().drivers()) {
                        assertTrue(county.turnsOn(day(turned), knownAt).stream().anyMatch(turn -> turn.fact().equals(driver)));
                        assertTrue(stands(driver, slow.get(turned - 1), factor) || stands(driver, slow.get(turned), factor));
                    }
                }
            }
        }
    }

    @Provide
    Arbitrary<RandomRecords> records() {
        return Arbitraries.randomValue(RandomRecords::from);
    }

    @Provide
    Arbitrary<Instant> hours() {
        return Arbitraries.integers().between(0, RandomRecords.HOURS)
                .map(hour -> RandomRecords.FIRST_HOUR.plusSeconds(3600L * hour));
    }

    private static boolean stands(Fact fact, Slow day, FactorChange factor) {
        return day.results().get(factor.factor().name()).contains(fact.id().toString());
    }

    private static int lastTurn(List<Slow> slow, String factor, int to) {
        int day = to;
        while (slow.get(day - 1).factors().get(factor).equals(slow.get(to).factors().get(factor))) {
            day--;
        }
        return day;
    }

    private static Comparison compare(County county, Instant knownAt, int from, int to) {
        return Comparison.of(FIPS, county.timelineBetween(day(from), day(to), GivenRubrics.ILRC, knownAt),
                new Days(day(from), day(to), GivenRubrics.ILRC.rubric()));
    }

    private static LocalDate day(int index) {
        return RandomRecords.FIRST_DAY.plusDays(index);
    }

    private static List<Slow> slow(RandomRecords records, Instant knownAt) {
        List<Slow> days = new ArrayList<>();
        for (int i = 0; i < RandomRecords.DAYS; i++) {
            days.add(Slow.of(new ObviousScore(records.policies(), records.laws(), FIPS, day(i), knownAt).asText()));
        }
        return days;
    }

    private static County county(RandomRecords records) {
        NationDraft draft = new NationDraft(Nation.empty(GivenRubrics.ILRC));
        draft.register(Given.county(FIPS, "MD", "Montgomery County").asCounty());
        records.policies().forEach(draft::add);
        records.laws().forEach(draft::add);
        return draft.finish().county(FIPS).orElseThrow();
    }

    /** What the slow recomputation says of a day, read from its text. */
    private record Slow(boolean analyzed, Map<String, Boolean> factors, Map<String, String> results) {

        static Slow of(String text) {
            Map<String, Boolean> factors = new TreeMap<>();
            Map<String, String> results = new TreeMap<>();
            for (String result : text.substring(text.indexOf(": ") + 2).split("; ")) {
                String[] words = result.split(" ");
                factors.put(words[0], words[1].equals("yes"));
                results.put(words[0], result);
            }
            return new Slow(text.startsWith("ANALYZED "), factors, results);
        }

        long points() {
            return factors.values().stream().filter(Boolean::booleanValue).count();
        }
    }
}
