package atlas.scoring.moment;

import java.time.Instant;
import java.time.LocalDate;

import atlas.scoring.nation.County;
import atlas.scoring.nation.Nation;
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

    public Moment on(LocalDate day) {
        return new Moment(day, knownAt, scorer);
    }

    public Scorecard result(County county) {
        return county.result(scorer, asOf, knownAt);
    }

    public Timeline timeline(County county) {
        return county.timeline(scorer, knownAt);
    }

    /** The results from an earlier day to this one; on other days it says nothing that is right. */
    public Timeline timelineSince(LocalDate first, County county) {
        return county.timelineBetween(first, asOf, scorer, knownAt);
    }

    /**
     * The instant to show: the one asked for, or else the newest recording of anything that the answer rests on.
     * Asked again with that instant, the answer is the same.
     */
    public Instant shownKnownAt(County county) {
        return knownAt == null ? county.changedAt(null) : knownAt;
    }

    /**
     * As {@link #shownKnownAt(County)}, of an answer about a state, or about the nation.
     *
     * @param state null for the nation
     * @return null when nothing was ever recorded
     */
    public Instant shownKnownAt(Nation nation, String state) {
        return knownAt == null ? nation.changedAt(state) : knownAt;
    }

    public Rubric rubric() {
        return scorer.rubric();
    }
}
