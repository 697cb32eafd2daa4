package atlas.scoring.county;

import java.time.Instant;
import java.time.LocalDate;

import atlas.scoring.nation.County;
import atlas.scoring.rubric.Rubric;
import atlas.scoring.rubric.Scorecard;
import atlas.scoring.rubric.Scorer;
import atlas.scoring.timeline.Timeline;

/**
 * What a question is about: a day, whose knowledge to use, and the rubric to score by.
 *
 * @param knownAt null for what is known now
 */
public record Moment(LocalDate asOf, Instant knownAt, Scorer scorer) {

    public Scorecard result(County county) {
        return timeline(county).on(asOf);
    }

    public Timeline timeline(County county) {
        return county.timeline(scorer, knownAt);
    }

    /**
     * The instant to show: the one asked for, or else the newest recording of anything that the answer rests on.
     * Asked again with that instant, the answer is the same.
     */
    public Instant shownKnownAt(County county) {
        return knownAt == null ? county.changedAt(null) : knownAt;
    }

    public Rubric rubric() {
        return scorer.rubric();
    }
}
