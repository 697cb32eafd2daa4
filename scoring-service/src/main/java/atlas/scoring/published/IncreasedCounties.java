package atlas.scoring.published;

import java.time.LocalDate;

import atlas.scoring.changes.ChangesTally;

/** Counties that score higher than on an earlier day. */
record IncreasedCounties(LocalDate since) implements Measure {

    IncreasedCounties {
        Required.field(since, "since");
    }

    @Override
    public Measured in(Snapshot snapshot) {
        return new ChangedSince(since).count(snapshot, ChangesTally.Moved::increased);
    }

    @Override
    public String words() {
        return ChangedSince.COUNTED + "that score higher on the day than on " + since;
    }
}
