package atlas.scoring.rubric;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

import atlas.events.EffectKind;
import atlas.events.Factor;
import atlas.scoring.facts.CountyFacts;
import atlas.scoring.facts.LawEffect;

/** Scores a county by a rubric. */
public final class Scorer {

    private final Rubric rubric;
    private final List<Rule> rules;
    private final NavigableMap<BigDecimal, Tier> tiers = new TreeMap<>(Comparator.reverseOrder());

    /** @throws IllegalArgumentException if the rubric names a rule that does not exist */
    public Scorer(Rubric rubric) {
        this.rubric = rubric;
        this.rules = Rules.named(rubric.rules().stream().map(RuleStep::name).toList());
        rubric.attainableScores().forEach(score -> tiers.put(score, rubric.tierOf(score)));
    }

    public Rubric rubric() {
        return rubric;
    }

    /** Every score that a county can have with its tier, highest first. */
    public NavigableMap<BigDecimal, Tier> tiers() {
        return Collections.unmodifiableNavigableMap(tiers);
    }

    /** A county's result on a day, from the facts that are known. */
    public Scorecard score(CountyFacts facts, LocalDate day) {
        return scorecard(facts, day, rubric.factors().stream().map(factor -> judge(factor.code(), facts, day)).toList());
    }

    /**
     * A county's result on a day, where {@code before} stands until then: only what turns that day is judged again.
     */
    public Scorecard turn(Scorecard before, CountyFacts facts, LocalDate day) {
        List<FactorResult> results = new ArrayList<>(before.factors().size());
        for (FactorResult result : before.factors()) {
            results.add(facts.on(result.code()).turnsOn(day) ? judge(result.code(), facts, day) : result);
        }
        return scorecard(facts, day, results);
    }

    private Scorecard scorecard(CountyFacts facts, LocalDate day, List<FactorResult> results) {
        if (!facts.analyzedOn(day)) {
            return new Scorecard(Status.NO_INFORMATION, null, results);
        }
        return new Scorecard(Status.ANALYZED, rubric.pointsOf(results), results);
    }

    private FactorResult judge(Factor factor, CountyFacts known, LocalDate day) {
        FactorCase facts = FactorCase.of(factor, known, day);
        FactorResult result = firstDecision(facts);
        List<LawEffect> preempting = facts.thatDo(EffectKind.PREEMPTS);
        return preempting.isEmpty() ? result : result.preemptedBy(preempting);
    }

    private FactorResult firstDecision(FactorCase facts) {
        for (Rule rule : rules) {
            var decision = rule.decide(facts);
            if (decision.isPresent()) {
                return decision.get();
            }
        }
        throw new IllegalStateException("no rule of " + rubric.name() + " decides " + facts.factor());
    }
}
