package atlas.scoring.published;

import java.math.BigDecimal;

import atlas.scoring.tables.ScoreCount;

/** Counties with a score of a range, both ends included. */
record CountiesOfScores(BigDecimal lowest, BigDecimal highest) implements Measure {

    CountiesOfScores {
        Required.field(lowest, "lowest");
        Required.field(highest, "highest");
    }

    @Override
    public Measured in(Snapshot snapshot) {
        return Measured.partOf(snapshot.tally().scores(false).stream()
                .filter(count -> count.score().compareTo(lowest) >= 0 && count.score().compareTo(highest) <= 0)
                .mapToInt(ScoreCount::counties).sum(), snapshot.tally().analyzed());
    }

    @Override
    public String words() {
        return "of the counties analyzed, those with a score from " + lowest + " to " + highest + " on the day";
    }
}
