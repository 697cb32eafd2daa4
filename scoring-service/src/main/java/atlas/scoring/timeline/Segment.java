package atlas.scoring.timeline;

import java.time.LocalDate;

import atlas.scoring.rubric.Scorecard;

/**
 * A span of days with one result.
 *
 * @param from its first day; null when it has no beginning
 * @param to the first day after it; null when it has no end
 */
public record Segment(LocalDate from, LocalDate to, Scorecard result) {
}
