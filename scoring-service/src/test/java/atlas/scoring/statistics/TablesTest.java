package atlas.scoring.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.events.EventJson;
import atlas.events.RecordedLaw;
import atlas.events.RecordedPolicy;
import atlas.scoring.Given;
import atlas.scoring.GivenRubrics;
import atlas.scoring.moment.Moment;
import atlas.scoring.nation.County;
import atlas.scoring.nation.Nation;
import atlas.scoring.nation.NationDraft;
import atlas.scoring.nation.ObviousScore;
import atlas.scoring.nation.RandomRecords;
import atlas.scoring.tables.Tally;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** The tables and their timeline against a naive count of the slow recomputation, on random histories of a state. */
class TablesTest {

    private static final List<String> COUNTIES = List.of("24001", "24031", "24033", "24510");

    @Property(tries = 120, shrinking = ShrinkingMode.OFF)
    void countWhatEachCountySaysOnEachDayAsEachHourKnewIt(@ForAll("states") RandomState state) {
        List<County> counties = state.counties();

        for (Instant knownAt : hours()) {
            for (LocalDate day : days()) {
                assertEquals(state.count(day, knownAt), counts(Tally.of(moment(day, knownAt), counties.stream())),
                        () -> day + " as known at " + knownAt);
            }
        }
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void timelineShowsOnEachDayTheTablesOfThatDay(@ForAll("states") RandomState state, @ForAll Random random) {
        List<County> counties = state.counties();
        List<Instant> instants = new ArrayList<>(hours());
        instants.add(null);

        for (Instant knownAt : instants) {
            List<LocalDate> days = days().stream().filter(day -> random.nextBoolean()).toList();
            Map<LocalDate, String> shown = new TreeMap<>();
            Map<LocalDate, String> expected = new TreeMap<>();
            new CountsAlongTime(days).enter(moment(RandomRecords.FIRST_DAY, knownAt), counties.stream())
                    .forEach(GivenRubrics.ILRC, (day, tally) -> shown.put(day, point(day, tally)));
            days.forEach(day -> expected.put(day, point(day, Tally.of(moment(day, knownAt), counties.stream()))));

            assertEquals(expected, shown, () -> "as known at " + knownAt);
        }
    }

    @Provide
    Arbitrary<RandomState> states() {
        return Arbitraries.randomValue(RandomState::from);
    }

    private static String point(LocalDate day, Tally tally) {
        return ScoreTimeline.Point.of(day, tally) + " " + counts(tally);
    }

    private static Moment moment(LocalDate day, Instant knownAt) {
        return new Moment(day, knownAt, GivenRubrics.ILRC);
    }

    private static List<LocalDate> days() {
        return RandomRecords.FIRST_DAY.datesUntil(RandomRecords.FIRST_DAY.plusDays(RandomRecords.DAYS)).toList();
    }

    private static List<Instant> hours() {
        return IntStream.range(-1, RandomRecords.HOURS).mapToObj(hour -> RandomRecords.FIRST_HOUR.plusSeconds(3600L * hour))
                .toList();
    }

    /** What both tables say that is not zero. */
    private static Map<String, Integer> counts(Tally tally) {
        Map<String, Integer> counts = new TreeMap<>(Map.of("counties", tally.counties(), "analyzed", tally.analyzed()));
        tally.policyTypes(true).forEach(row -> {
            counts.put(row.factor() + " yes", row.isProtected());
            row.byBasis().forEach(basis -> counts.put(row.factor() + " yes " + basis.basis(), basis.isProtected()));
            row.byBasis().forEach(basis -> counts.put(row.factor() + " false " + basis.basis(), basis.notProtected()));
        });
        tally.scores(true).forEach(row -> {
            counts.put("score " + row.score(), row.counties());
            row.byBasis().forEach(basis -> counts.put("score " + row.score() + " " + basis.basis(), basis.protectedFactors()));
        });
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    /** Some counties with records of their own under the same laws. */
    record RandomState(Map<String, List<RecordedPolicy>> policies, List<RecordedLaw> laws) {

        static RandomState from(Random random) {
            Map<String, List<RecordedPolicy>> policies = new TreeMap<>();
            COUNTIES.forEach(county -> policies.put(county, RandomRecords.from(random).policies().stream()
                    .map(policy -> in(county, policy)).toList()));
            return new RandomState(policies, RandomRecords.from(random).laws());
        }

        private static RecordedPolicy in(String county, RecordedPolicy policy) {
            ObjectNode json = EventJson.mapper().valueToTree(policy);
            return EventJson.mapper().convertValue(json.put("county", county), RecordedPolicy.class);
        }

        List<County> counties() {
            NationDraft draft = new NationDraft(Nation.empty(GivenRubrics.ILRC));
            COUNTIES.forEach(fips -> draft.register(Given.county(fips, "MD", fips).asCounty()));
            policies.values().forEach(records -> records.forEach(draft::add));
            laws.forEach(draft::add);
            return draft.finish().counties();
        }

        /** Reads what the recomputation says of each county, word by word. */
        Map<String, Integer> count(LocalDate day, Instant knownAt) {
            Map<String, Integer> counts = new TreeMap<>();
            for (String county : COUNTIES) {
                counts.merge("counties", 1, Integer::sum);
                String[] result = new ObviousScore(policies.get(county), laws, county, day, knownAt).asText().split(": ", 2);
                if (result[0].startsWith("ANALYZED ")) {
                    counts.merge("analyzed", 1, Integer::sum);
                    countFactors("score " + result[0].substring("ANALYZED ".length()), result[1], counts);
                }
            }
            return counts;
        }

        private static void countFactors(String score, String factors, Map<String, Integer> counts) {
            counts.merge(score, 1, Integer::sum);
            for (String factor : factors.split("; ")) {
                String[] words = factor.split(" ");
                counts.merge(words[0] + " " + words[1] + " " + words[2], 1, Integer::sum);
                if (words[1].equals("yes")) {
                    counts.merge(words[0] + " yes", 1, Integer::sum);
                    counts.merge(score + " " + words[2], 1, Integer::sum);
                }
            }
        }
    }
}
