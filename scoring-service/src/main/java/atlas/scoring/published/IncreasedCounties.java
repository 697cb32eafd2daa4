package atlas.scoring.published;

import java.time.LocalDate;

import atlas.scoring.rubric.Rubric;

/** Counties that score higher than on an earlier day. */
record IncreasedCounties(LocalDate since) implements Measure {

    IncreasedCounties {
        Required.field(since, "since");
    }

    @Override
    public Measured in(Snapshot snapshot) {
        Rubric rubric = snapshot.moment().rubric();
        return new ChangedSince(since).count(snapshot,
                (before, after) -> rubric.pointsOf(after.factors()).compareTo(rubric.pointsOf(before.factors())) > 0);
    }

    @Override
    public String words() {
        return ChangedSince.COUNTED + "that score higher on the day than on " + since;
    }
}
