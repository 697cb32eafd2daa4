package atlas.scoring.nextsteps;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import atlas.scoring.nation.County;
import atlas.scoring.nextsteps.SimilarCounties.CountyExample;
import atlas.scoring.nextsteps.SimilarCounties.Part;
import atlas.scoring.nextsteps.SimilarCounties.UsedInstrument;
import atlas.scoring.rubric.FactorPoints;
import atlas.scoring.rubric.FactorResult;
import atlas.scoring.rubric.Scorecard;

/** The other counties that protect in full, on record, a factor that a county does not. Not safe for several threads. */
final class Peers {

    private static final int EXAMPLES = 5;

    private final County county;
    private final int index;
    private final FactorPoints factor;
    private final List<Peer> protecting = new ArrayList<>();
    private int others;
    private int othersInState;

    /** @param index of the factor, in the rubric's order */
    Peers(County county, int index, FactorPoints factor) {
        this.county = county;
        this.index = index;
        this.factor = factor;
    }

    FactorPoints factor() {
        return factor;
    }

    void add(County other, Scorecard ofOther) {
        others++;
        if (isOfState(other)) {
            othersInState++;
        }
        FactorResult result = ofOther.factors().get(index);
        if (result.isProtected() && result.documented() && factor.missing(result).signum() <= 0) {
            protecting.add(new Peer(other, Means.of(other, result)));
        }
    }

    SimilarCounties view() {
        int inState = (int) protecting.stream().filter(peer -> isOfState(peer.county())).count();
        return new SimilarCounties(new Part(inState, othersInState), new Part(protecting.size(), others), instruments(),
                examples());
    }

    /** Each instrument with the number of counties that use it, the most used in the state first. */
    private List<UsedInstrument> instruments() {
        Map<UsedInstrument.Name, UsedInstrument> used = new TreeMap<>(
                Comparator.comparing(UsedInstrument.Name::kind).thenComparing(UsedInstrument.Name::instrument));
        for (Peer peer : protecting) {
            peer.means().stream().map(means -> new UsedInstrument.Name(means.kind(), means.instrument())).distinct()
                    .forEach(
                            name -> used.merge(name, UsedInstrument.once(name, isOfState(peer.county())), UsedInstrument::and));
        }
        return used.values().stream().sorted(
                Comparator.comparingInt(UsedInstrument::inState).thenComparingInt(UsedInstrument::counties).reversed())
                .toList();
    }

    private List<CountyExample> examples() {
        Comparator<Peer> order = Comparator.comparing(Peer::county, Similarity.to(county))
                .thenComparing(peer -> peer.means().get(0).kind()).thenComparing(peer -> peer.county().fips());
        return protecting.stream().sorted(order).limit(EXAMPLES)
                .map(peer -> CountyExample.of(peer.county(), peer.means().get(0))).toList();
    }

    private boolean isOfState(County other) {
        return other.state().equals(county.state());
    }

    /** A county and how it protects the factor. */
    private record Peer(County county, List<Means> means) {
    }
}
