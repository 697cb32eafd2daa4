package atlas.scoring.nation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import atlas.events.RecordedLaw;
import atlas.events.RecordedPolicy;
import atlas.scoring.Given;
import atlas.scoring.GivenRubrics;
import atlas.scoring.facts.Fact;
import atlas.scoring.rubric.Scorecard;
import atlas.scoring.timeline.Difference;
import atlas.scoring.timeline.Segment;
import atlas.scoring.timeline.Timeline;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** The engine against a slow recomputation, on random histories, day by day and hour by hour. */
class EngineTest {

    private static final Given COUNTY = Given.county("24031", "MD", "Montgomery County");

    @Property(tries = 600, shrinking = ShrinkingMode.OFF)
    void saysOnEachDayWhatEachHourKnew(@ForAll("records") RandomRecords records) {
        County county = county(inOrder(records));

        for (int hour = -1; hour < RandomRecords.HOURS; hour++) {
            Instant knownAt = RandomRecords.FIRST_HOUR.plusSeconds(3600L * hour);
            Timeline timeline = county.timeline(GivenRubrics.ILRC, knownAt);
            for (LocalDate day : days()) {
                String expected = new ObviousScore(records.policies(), records.laws(), "24031", day, knownAt).asText();
                assertEquals(expected, text(timeline.on(day)), () -> day + " as known at " + knownAt);
            }
        }
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void knowsNowWhatTheLastHourKnew(@ForAll("records") RandomRecords records) {
        County county = county(inOrder(records));

        assertEquals(county.timeline(GivenRubrics.ILRC, county.changedAt(null)).segments(), county.timeline().segments());
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void answersAgainWhatItSaidWhenAskedWithTheHourOfItsAnswer(@ForAll("records") RandomRecords records) {
        Instant noon = RandomRecords.FIRST_HOUR.plusSeconds(3600L * RandomRecords.HOURS / 2);
        County then = county(inOrder(records).stream().filter(event -> !recordedAt(event).isAfter(noon)).toList());
        County now = county(inOrder(records));

        assertEquals(then.timeline().segments(), now.timeline(GivenRubrics.ILRC, then.changedAt(null)).segments());
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void caresNeitherForOrderNorForRepetition(@ForAll("records") RandomRecords records, @ForAll Random random) {
        List<Object> events = inOrder(records);
        List<Object> shuffled = new ArrayList<>(events);
        events.stream().filter(event -> random.nextBoolean()).forEach(shuffled::add);
        Collections.shuffle(shuffled, random);

        assertEquals(county(events).timeline().segments(), county(shuffled).timeline().segments());
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void segmentsCoverAllTimeAndNeighboursDiffer(@ForAll("records") RandomRecords records) {
        List<Segment> segments = county(inOrder(records)).timeline().segments();

        assertEquals(null, segments.get(0).from());
        assertEquals(null, segments.get(segments.size() - 1).to());
        for (int i = 1; i < segments.size(); i++) {
            assertEquals(segments.get(i - 1).to(), segments.get(i).from());
            assertNotEquals(segments.get(i - 1).result(), segments.get(i).result());
        }
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void differencesAreTheDaysThatDiffer(@ForAll("records") RandomRecords first, @ForAll("records") RandomRecords second) {
        Timeline before = county(inOrder(first)).timeline();
        Timeline after = county(inOrder(second)).timeline();
        LocalDate today = RandomRecords.FIRST_DAY.plusDays(RandomRecords.DAYS / 2);

        List<Difference> differences = Difference.between(before, after, today);

        for (LocalDate day : days()) {
            boolean differs = !before.on(day).saysTheSameAs(after.on(day));
            boolean told = differences.stream().anyMatch(difference -> holds(difference, day));
            if (!day.isAfter(today)) {
                assertEquals(differs, told, day::toString);
            }
        }
        for (Difference difference : differences) {
            assertEquals(true, holds(difference, difference.asOf()) && !difference.asOf().isAfter(today));
            assertEquals(before.on(difference.asOf()), difference.before());
            assertEquals(after.on(difference.asOf()), difference.after());
        }
    }

    @Provide
    Arbitrary<RandomRecords> records() {
        return Arbitraries.randomValue(RandomRecords::from);
    }

    private static boolean holds(Difference difference, LocalDate day) {
        return (difference.from() == null || !day.isBefore(difference.from()))
                && (difference.to() == null || day.isBefore(difference.to()));
    }

    private static List<LocalDate> days() {
        return RandomRecords.FIRST_DAY.datesUntil(RandomRecords.FIRST_DAY.plusDays(RandomRecords.DAYS)).toList();
    }

    /** By the time of their recording. */
    private static List<Object> inOrder(RandomRecords records) {
        List<Object> events = new ArrayList<>(records.policies());
        events.addAll(records.laws());
        events.sort((a, b) -> recordedAt(a).compareTo(recordedAt(b)));
        return events;
    }

    private static Instant recordedAt(Object event) {
        return event instanceof RecordedPolicy policy ? policy.recordedAt() : ((RecordedLaw) event).recordedAt();
    }

    private static County county(List<Object> events) {
        NationDraft draft = new NationDraft(Nation.empty(GivenRubrics.ILRC));
        draft.register(COUNTY.asCounty());
        for (Object event : events) {
            if (event instanceof RecordedPolicy policy) {
                draft.add(policy);
            } else {
                draft.add((RecordedLaw) event);
            }
        }
        return draft.finish().county("24031").orElseThrow();
    }

    private static String text(Scorecard result) {
        return result.status() + " " + result.score() + ": " + result.factors().stream()
                .map(factor -> factor.code() + (factor.isProtected() ? " yes " : " false ") + factor.basis()
                        + (factor.preempted() ? " preempted" : " -") + (factor.conflict() ? " conflict " : " - ")
                        + ObviousScore.ids(factor.records().stream().map(Fact::id).toList()) + " "
                        + ObviousScore.ids(factor.laws().stream().map(Fact::id).toList()) + "; ")
                .collect(Collectors.joining());
    }
}
