package atlas.scoring.facts;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

import atlas.events.EffectKind;
import atlas.events.Factor;
import atlas.events.RecordedLaw;
import atlas.events.RecordedPolicy;

/** The facts that count toward one county's score, as they are known at one time. */
public final class CountyFacts {

    private final List<PolicyFact> policies;
    private final List<LawFact> laws;
    private final List<LawEffect> binding;
    private final Map<Factor, FactorFacts> byFactor = new EnumMap<>(Factor.class);

    private CountyFacts(String county, List<PolicyFact> policies, List<LawFact> laws) {
        this.policies = policies;
        this.laws = laws;
        List<LawEffect> effects = laws.stream().flatMap(law -> law.effectsOn(county)).toList();
        this.binding = effects.stream().filter(effect -> effect.kind() != EffectKind.PREEMPTS).toList();
        Map<Factor, List<PolicyFact>> ofCounty = policies.stream().collect(groupingBy(fact -> fact.policy().factor()));
        Map<Factor, List<LawEffect>> ofState = effects.stream().collect(groupingBy(LawEffect::factor));
        Stream.concat(ofCounty.keySet().stream(), ofState.keySet().stream()).distinct().forEach(factor -> byFactor.put(factor,
                new FactorFacts(ofCounty.getOrDefault(factor, List.of()), ofState.getOrDefault(factor, List.of()))));
    }

    /**
     * Chooses what counts.
     *
     * @param policies all records of the county
     * @param laws all laws of its state
     */
    public static CountyFacts of(String county, Stream<History.Known<RecordedPolicy>> policies,
            Stream<History.Known<RecordedLaw>> laws) {
        return new CountyFacts(county,
                policies.map(known -> new PolicyFact(known.content(), known.firstRecordedAt()))
                        .filter(PolicyFact::counts)
                        .sorted(Fact.PRECEDENCE)
                        .toList(),
                laws.map(known -> new LawFact(known.content(), known.firstRecordedAt()))
                        .filter(law -> law.bindsCounties() && law.effectsOn(county).findAny().isPresent())
                        .sorted(Fact.PRECEDENCE)
                        .toList());
    }

    public FactorFacts on(Factor factor) {
        return byFactor.getOrDefault(factor, FactorFacts.NONE);
    }

    /**
     * Whether anything is known of the county on a day: a record of its own has taken effect, be it ended since, or
     * state law requires or mandates something of it that day.
     */
    public boolean analyzedOn(LocalDate day) {
        for (PolicyFact policy : policies) {
            if (policy.effectiveFrom() == null || !day.isBefore(policy.effectiveFrom())) {
                return true;
            }
        }
        return binding.stream().anyMatch(effect -> effect.inForceOn(day));
    }

    /** The days on which the county's result may turn: between them nothing changes. */
    public SortedSet<LocalDate> turningDays() {
        SortedSet<LocalDate> days = new TreeSet<>();
        byFactor.values().forEach(facts -> days.addAll(facts.turningDays()));
        return days;
    }

    /** What begins, ends or is decided by a court on a day. */
    public List<Turn> turnsOn(LocalDate day) {
        List<Turn> turns = new ArrayList<>();
        facts().filter(fact -> day.equals(fact.effectiveFrom())).forEach(fact -> turns.add(new Turn(fact, Turn.What.BEGINS)));
        facts().filter(fact -> day.equals(fact.effectiveTo())).forEach(fact -> turns.add(new Turn(fact, Turn.What.ENDS)));
        laws.stream().filter(law -> law.law().courtHistory().stream().anyMatch(entry -> day.equals(entry.date())))
                .forEach(law -> turns.add(new Turn(law, Turn.What.COURT)));
        return turns;
    }

    private Stream<Fact> facts() {
        return Stream.concat(policies.stream(), laws.stream());
    }
}
