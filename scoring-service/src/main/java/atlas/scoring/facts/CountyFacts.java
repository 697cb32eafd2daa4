package atlas.scoring.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import atlas.events.EffectKind;
import atlas.events.Factor;
import atlas.events.RecordedLaw;
import atlas.events.RecordedPolicy;

/** The facts that count toward one county's score, as they are known at one time. */
public final class CountyFacts {

    private final List<PolicyFact> policies;
    private final List<LawFact> laws;
    private final List<LawEffect> effects;
    private final Map<Factor, List<PolicyFact>> policiesByFactor;
    private final Map<Factor, List<LawEffect>> effectsByFactor;

    private CountyFacts(String county, List<PolicyFact> policies, List<LawFact> laws) {
        this.policies = policies;
        this.laws = laws;
        this.effects = laws.stream().flatMap(law -> law.effectsOn(county)).toList();
        this.policiesByFactor = policies.stream().collect(Collectors.groupingBy(fact -> fact.policy().factor(),
                () -> new EnumMap<>(Factor.class), Collectors.toList()));
        this.effectsByFactor = effects.stream()
                .collect(Collectors.groupingBy(LawEffect::factor, () -> new EnumMap<>(Factor.class), Collectors.toList()));
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

    /** The county's records on a factor that are in force on a day, whichever decides first. */
    public List<PolicyFact> policiesInForce(Factor factor, LocalDate day) {
        return inForce(policiesByFactor.get(factor), fact -> fact.inEffectOn(day));
    }

    /** What laws in force on a day do to a factor, whichever decides first. */
    public List<LawEffect> effectsInForce(Factor factor, LocalDate day) {
        return inForce(effectsByFactor.get(factor), effect -> effect.inForceOn(day));
    }

    private static <T> List<T> inForce(List<T> facts, Predicate<T> test) {
        return facts == null ? List.of() : facts.stream().filter(test).toList();
    }

    /**
     * Whether anything is known of the county on a day: a record of its own has taken effect, be it ended since, or state law
     * requires or
     * mandates something of it that day.
     */
    public boolean analyzedOn(LocalDate day) {
        return policies.stream().anyMatch(fact -> fact.effectiveFrom() == null || !day.isBefore(fact.effectiveFrom()))
                || effects.stream().anyMatch(effect -> effect.kind() != EffectKind.PREEMPTS && effect.inForceOn(day));
    }

    /** The days on which the county's result may turn. */
    public SortedSet<LocalDate> turningDays() {
        SortedSet<LocalDate> days = new TreeSet<>();
        facts().forEach(
                fact -> Stream.of(fact.effectiveFrom(), fact.effectiveTo()).filter(Objects::nonNull).forEach(days::add));
        laws.stream().flatMap(law -> law.law().courtHistory().stream()).forEach(entry -> days.add(entry.date()));
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
