package atlas.scoring.changes;

import java.time.LocalDate;

import atlas.scoring.rubric.Rubric;

/** The two days that are compared, the earlier first, and the rubric that both are scored by. */
record Days(LocalDate from, LocalDate to, Rubric rubric) {
}
