package atlas.scoring.rubric;

import java.util.Optional;

/** One step of a rubric: it decides a factor, or leaves it to the next rule. */
interface Rule {

    Optional<FactorResult> decide(FactorCase facts);
}
