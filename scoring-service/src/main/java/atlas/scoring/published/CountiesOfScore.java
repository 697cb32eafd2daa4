package atlas.scoring.published;

import java.math.BigDecimal;

/** Counties with a score. */
record CountiesOfScore(BigDecimal score) implements Measure {

    CountiesOfScore {
        Required.field(score, "score");
    }

    @Override
    public Measured in(Snapshot snapshot) {
        return new CountiesOfScores(score, score).in(snapshot);
    }

    @Override
    public String words() {
        return "of the counties analyzed, those with a score of " + score + " on the day";
    }
}
