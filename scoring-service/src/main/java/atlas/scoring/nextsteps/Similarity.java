package atlas.scoring.nextsteps;

import java.util.Comparator;

import atlas.scoring.nation.County;

/**
 * Which counties are more like a county than others: those of its state, under the same state law, come first. The
 * registry does not say how large a county is; once it does, size is compared here, before all others.
 */
final class Similarity {

    private Similarity() {
    }

    /** The most similar first. */
    static Comparator<County> to(County county) {
        return Comparator.comparing(other -> !other.state().equals(county.state()));
    }
}
