package atlas.scoring.rubric;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import atlas.events.EffectKind;
import atlas.scoring.facts.CountyFacts;
import atlas.scoring.facts.LawEffect;

/** Scores a county by a rubric. */
public final class Scorer {

    private final Rubric rubric;
    private final List<Rule> rules;

    /** @throws IllegalArgumentException if the rubric names a rule that does not exist */
    public Scorer(Rubric rubric) {
        this.rubric = rubric;
        this.rules = Rules.named(rubric.rules().stream().map(RuleStep::name).toList());
    }

    public Rubric rubric() {
        return rubric;
    }

    /** A county's result on a day, from the facts that are known. */
    public Scorecard score(CountyFacts facts, LocalDate day) {
        List<FactorResult> results = new ArrayList<>(rubric.factors().size());
        BigDecimal score = BigDecimal.ZERO;
        for (FactorPoints factor : rubric.factors()) {
            FactorResult result = judge(FactorCase.of(factor.code(), facts, day));
            results.add(result);
            score = score.add(factor.pointsOf(result));
        }
        return facts.analyzedOn(day) ? new Scorecard(Status.ANALYZED, plain(score), results)
                : new Scorecard(Status.NO_INFORMATION, null, results);
    }

    private FactorResult judge(FactorCase facts) {
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

    /** So that 5.0 reads, compares and is written as 5. */
    private static BigDecimal plain(BigDecimal score) {
        BigDecimal stripped = score.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
