package atlas.scoring.changes;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import atlas.events.Factor;

/** Counts what changed in counties: how many, which way, by factor and by cause. Not safe for several threads. */
public final class ChangesTally {

    private final Moved all = new Moved();
    private final Moved documented = new Moved();
    private final CauseTally causes = new CauseTally();
    private int counties;
    private int analyzedBefore;
    private int analyzedAfter;
    private int analyzedOnBoth;

    static ChangesTally of(Stream<Comparison> counties) {
        ChangesTally tally = new ChangesTally();
        counties.forEach(tally::add);
        return tally;
    }

    private void add(Comparison county) {
        counties++;
        analyzedBefore += county.before().result().analyzed() ? 1 : 0;
        analyzedAfter += county.after().result().analyzed() ? 1 : 0;
        analyzedOnBoth += county.documented() ? 1 : 0;
        if (county.changed()) {
            all.add(county);
            causes.add(county);
            if (county.documented()) {
                documented.add(county);
            }
        }
    }

    int counties() {
        return counties;
    }

    public AnalyzedOn analyzed() {
        return new AnalyzedOn(analyzedBefore, analyzedAfter, analyzedBefore + analyzedAfter - analyzedOnBoth, analyzedOnBoth);
    }

    public Moved all() {
        return all;
    }

    /** Of the counties that are analyzed on both days. */
    Moved documented() {
        return documented;
    }

    CauseTally causes() {
        return causes;
    }

    /** How many counties changed, and which way. */
    public static final class Moved {

        private final Map<Factor, ChangeTally> byFactor = new EnumMap<>(Factor.class);
        private int changed;
        private int increased;
        private int decreased;

        private void add(Comparison county) {
            changed++;
            increased += county.increased() ? 1 : 0;
            decreased += county.decreased() ? 1 : 0;
            county.factors().forEach(factor -> of(factor.factor()).add(Set.of(factor.change())));
        }

        public int changed() {
            return changed;
        }

        public int increased() {
            return increased;
        }

        int decreased() {
            return decreased;
        }

        ChangeTally of(Factor factor) {
            return byFactor.computeIfAbsent(factor, code -> new ChangeTally());
        }
    }
}
