package atlas.gateway.feed.atom;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import atlas.events.Factor;
import atlas.events.ScoreChanged;
import atlas.events.ScoreChanged.Cause;
import atlas.events.ScoreChanged.FactorStanding;
import atlas.events.ScoreChanged.Standing;

/** Says how a county's score changed, which factors stand differently, and on what each rests. */
final class ScoreWords {

    private ScoreWords() {
    }

    static EventWords of(ScoreChanged changed) {
        String then = changed.before() == null ? null : score(changed.before());
        String now = score(changed.after());
        boolean same = now.equals(then);
        String score = then == null ? now : same ? now + ", as before; what it rests on changed" : Comparison.arrow(then, now);
        String past = changed.to() == null ? "" : " (on days past: as of " + changed.asOf() + ")";
        return new EventWords(Terms.place(changed.state(), changed.fips()) + ": score " + score + past, summary(changed),
                details(changed));
    }

    private static String score(Standing standing) {
        return standing.score() == null ? "no information" : standing.score().stripTrailingZeros().toPlainString();
    }

    private static String summary(ScoreChanged changed) {
        return "As of " + changed.asOf() + ", by the rubric " + Plain.name(changed.rubric()) + "."
                + turned("Gained", changed, true)
                + turned("Lost", changed, false) + " Cause: " + cause(changed.cause()) + ".";
    }

    private static String turned(String word, ScoreChanged changed, boolean isProtected) {
        List<Factor> before = isProtected(changed.before(), !isProtected);
        String factors = isProtected(changed.after(), isProtected).stream().filter(before::contains).map(Terms::of)
                .collect(Collectors.joining(", "));
        return factors.isEmpty() ? "" : " " + word + ": " + factors + ".";
    }

    private static List<Factor> isProtected(Standing standing, boolean isProtected) {
        return standing == null ? List.of()
                : standing.factors().stream().filter(factor -> factor.isProtected() == isProtected).map(FactorStanding::code)
                        .toList();
    }

    private static List<String> details(ScoreChanged changed) {
        Comparison<Standing> comparison = new Comparison<>(changed.before(), changed.after())
                .part("Score", ScoreWords::score)
                .part("Status", standing -> Terms.ofConstant(standing.status()))
                .part("Factors with something on record", standing -> Integer.toString(standing.documentedFactors()));
        for (Factor factor : Factor.values()) {
            comparison.change(capital(Terms.of(factor)), standing -> factor(standing, factor));
        }
        List<String> lines = new ArrayList<>(comparison.lines());
        lines.add("Days that changed: " + (changed.from() == null ? "without a beginning" : "from " + changed.from())
                + (changed.to() == null ? ", going on" : ", until the day before " + changed.to()));
        return lines;
    }

    /** Never without its basis: what is assumed must not read like what is known. */
    private static String factor(Standing standing, Factor code) {
        return standing.factors().stream().filter(factor -> factor.code() == code).findFirst()
                .map(factor -> (factor.isProtected() ? "protected" : "not protected") + " (" + Stream
                        .of(Terms.ofBasis(factor.basis()), factor.preempted() ? "preempted" : "",
                                factor.conflict() ? "sources in conflict" : "")
                        .filter(words -> !words.isEmpty()).collect(Collectors.joining("; ")) + ")")
                .orElse(null);
    }

    private static String cause(Cause cause) {
        return switch (cause.kind()) {
            case POLICY_RECORD -> "a policy record was " + change(cause);
            case STATE_LAW -> "the record of a state law was " + change(cause);
            case DAY_TURNED -> "the day turned on which a record or law on file takes effect or ends";
            case COURT_EVENT -> "the court history of a state law was " + change(cause);
            case REBUILT -> "it was not told when it came about, and is told now that the scores were computed anew";
        };
    }

    private static String change(Cause cause) {
        return cause.change() == null ? "changed" : Terms.of(cause.change());
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
