package atlas.scoring.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
import atlas.scoring.nation.RandomRecords;
import atlas.scoring.rubric.Scorer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Supposing a thing gives every county, on every day, the result that really recording it would give. */
class HypothesisTest {

    private static final ObjectMapper JSON = EventJson.mapper().copy()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final Instant LATER = RandomRecords.FIRST_HOUR.plusSeconds(3600L * 24);
    private static final List<Given> COUNTIES = List.of(Given.county("24031", "MD", "Montgomery County"),
            Given.county("24033", "MD", "Prince George's County"), Given.county("48201", "TX", "Harris County"));

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void supposedRecordIsAsOneThatIsAdded(@ForAll("records") RandomRecords known, @ForAll("records") RandomRecords more) {
        more.policies().stream().filter(policy -> policy.version() == 1).forEach(policy -> days().forEach(day -> {
            ObjectNode record = dated(JSON.valueToTree(policy), day);
            ObjectNode body = record.deepCopy().retain("county", "factor", "stance", "scope", "agency", "strength",
                    "instrument", "title", "effectiveFrom", "effectiveTo", "sources");
            NationDraft really = new NationDraft(nation(known));
            really.add(JSON.convertValue(later(record, 1), RecordedPolicy.class));

            assertAlike(really.finish(), supposing(known, "policies", body, day));
        }));
    }

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void supposedLawIsAsOneThatIsAdded(@ForAll("records") RandomRecords known, @ForAll("records") RandomRecords more) {
        more.laws().stream().filter(law -> law.version() == 1).forEach(law -> days().forEach(day -> {
            ObjectNode record = sayable(dated(JSON.valueToTree(law), day));
            ObjectNode body = record.deepCopy().retain("state", "title", "instrument", "binds", "effectiveFrom",
                    "effectiveTo", "effects", "courtHistory", "topics", "sources");
            NationDraft really = new NationDraft(nation(known));
            really.add(JSON.convertValue(later(record, 1), RecordedLaw.class));

            assertAlike(really.finish(), supposing(known, "laws", body, day));
        }));
    }

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void supposedRepealIsAsACorrection(@ForAll("records") RandomRecords known, @ForAll Random random) {
        RecordedLaw law = current(known.laws(), random);
        LocalDate on = day(random);
        ObjectNode ended = JSON.valueToTree(law);
        if (law.effectiveTo() == null || law.effectiveTo().isAfter(on)) {
            ended.put("effectiveTo", on.toString());
        }
        NationDraft really = new NationDraft(nation(known));
        really.add(JSON.convertValue(later(ended, law.version() + 1), RecordedLaw.class));
        ObjectNode body = JSON.createObjectNode().put("law", law.id().toString()).put("on", on.toString());

        days().forEach(day -> assertAlike(really.finish(), supposing(known, "repeals", body, day)));
    }

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void supposedInjunctionIsAsACorrection(@ForAll("records") RandomRecords known, @ForAll Random random) {
        RecordedLaw law = current(known.laws(), random);
        LocalDate on = day(random);
        ArrayNode factors = JSON.createArrayNode();
        if (random.nextBoolean()) {
            law.effects().stream().limit(1).forEach(effect -> factors.add(effect.factor().name()));
        }
        ObjectNode corrected = JSON.valueToTree(law);
        corrected.withArray("courtHistory").addObject().put("date", on.toString()).put("status", "ENJOINED")
                .set("factors", factors);
        NationDraft really = new NationDraft(nation(known));
        really.add(JSON.convertValue(later(corrected, law.version() + 1), RecordedLaw.class));
        ObjectNode body = JSON.createObjectNode().put("law", law.id().toString()).put("on", on.toString());
        body.set("factors", factors);

        days().forEach(day -> assertAlike(really.finish(), supposing(known, "injunctions", body, day)));
    }

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void supposedEndingIsAsACorrection(@ForAll("records") RandomRecords known, @ForAll Random random) {
        List<RecordedPolicy> current = known.policies().stream().filter(policy -> !policy.withdrawn() && known.policies()
                .stream().noneMatch(other -> other.id().equals(policy.id()) && other.version() > policy.version())).toList();
        Assume.that(!current.isEmpty());
        RecordedPolicy policy = current.get(random.nextInt(current.size()));
        LocalDate on = day(random);
        ObjectNode ended = JSON.valueToTree(policy);
        if (policy.effectiveTo() == null || policy.effectiveTo().isAfter(on)) {
            ended.put("effectiveTo", on.toString());
        }
        NationDraft really = new NationDraft(nation(known));
        really.add(JSON.convertValue(later(ended, policy.version() + 1), RecordedPolicy.class));
        ObjectNode body = JSON.createObjectNode().put("policy", policy.id().toString()).put("on", on.toString());

        days().forEach(day -> assertAlike(really.finish(), supposing(known, "endings", body, day)));
    }

    @Provide
    Arbitrary<RandomRecords> records() {
        return Arbitraries.randomValue(RandomRecords::from);
    }

    private static void assertAlike(Nation really, Hypothesis hypothesis) {
        Moment moment = hypothesis.onRecord().moment();
        for (County county : really.counties()) {
            assertTrue(moment.result(county).saysTheSameAs(hypothesis.result(county(hypothesis, county.fips()))),
                    () -> county.fips() + " on " + moment.asOf());
            if (!hypothesis.touches(county)) {
                assertTrue(moment.result(county).saysTheSameAs(moment.result(county(hypothesis, county.fips()))));
            }
        }
    }

    private static County county(Hypothesis hypothesis, String fips) {
        return hypothesis.onRecord().county(fips).orElseThrow();
    }

    private static Hypothesis supposing(RandomRecords known, String list, ObjectNode one, LocalDate day) {
        ObjectNode body = JSON.createObjectNode();
        body.putArray(list).add(one);
        Nation nation = nation(known);
        Scorer rubric = day.getDayOfMonth() % 2 == 0 ? GivenRubrics.ILRC : GivenRubrics.PARTIAL_HALF;
        Hypothesis hypothesis = new Hypothesis(nation, new OnRecord(nation, new Moment(day, null, rubric)));
        JSON.convertValue(body, SimulateChanges.class).addTo(hypothesis);
        return hypothesis;
    }

    private static RecordedLaw current(List<RecordedLaw> laws, Random random) {
        List<RecordedLaw> current = laws.stream().filter(law -> !law.withdrawn() && laws.stream()
                .noneMatch(other -> other.id().equals(law.id()) && other.version() > law.version())).toList();
        Assume.that(!current.isEmpty());
        return current.get(random.nextInt(current.size()));
    }

    /** With the dates that the simulation takes: a beginning, and no end before it. */
    private static ObjectNode dated(ObjectNode record, LocalDate day) {
        LocalDate from = record.path("effectiveFrom").isTextual() ? LocalDate.parse(record.get("effectiveFrom").textValue())
                : day;
        record.put("effectiveFrom", from.toString());
        if (record.path("effectiveTo").isTextual() && !LocalDate.parse(record.get("effectiveTo").textValue()).isAfter(from)) {
            record.putNull("effectiveTo");
        }
        return record;
    }

    /**
     * As it may be recorded: nothing mandated of a contract, court entries that name factors of the law, and none that is
     * in force naming any.
     */
    private static ObjectNode sayable(ObjectNode law) {
        law.get("effects").forEach(effect -> {
            if (effect.get("factor").textValue().equals("NO_287G") && effect.get("effect").textValue().equals("MANDATES")) {
                ((ObjectNode) effect).put("effect", "PREEMPTS");
            }
        });
        Set<String> affected = new TreeSet<>(law.get("effects").findValuesAsText("factor"));
        for (JsonNode entry : law.get("courtHistory")) {
            ArrayNode named = JSON.createArrayNode();
            if (!entry.get("status").textValue().equals("IN_FORCE")) {
                StreamSupport.stream(entry.path("factors").spliterator(), false)
                        .filter(factor -> affected.isEmpty() || affected.contains(factor.textValue())).forEach(named::add);
            }
            ((ObjectNode) entry).set("factors", named);
        }
        return law;
    }

    private static ObjectNode later(ObjectNode record, int version) {
        return record.put("version", version).put("recordedAt", LATER.toString());
    }

    private static LocalDate day(Random random) {
        return RandomRecords.FIRST_DAY.plusDays(random.nextInt(RandomRecords.DAYS));
    }

    private static List<LocalDate> days() {
        return RandomRecords.FIRST_DAY.datesUntil(RandomRecords.FIRST_DAY.plusDays(RandomRecords.DAYS)).toList();
    }

    private static Nation nation(RandomRecords known) {
        NationDraft draft = new NationDraft(Nation.empty(GivenRubrics.ILRC));
        COUNTIES.forEach(county -> draft.register(county.asCounty()));
        known.policies().forEach(draft::add);
        known.laws().forEach(draft::add);
        return draft.finish();
    }
}
