package atlas.scoring.published;

import java.time.LocalDate;

import atlas.scoring.changes.ChangesTally;

/** Counties that protect other factors than on an earlier day. */
record ChangedCounties(LocalDate since) implements Measure {

    ChangedCounties {
        Required.field(since, "since");
    }

    @Override
    public Measured in(Snapshot snapshot) {
        return new ChangedSince(since).count(snapshot, ChangesTally.Moved::changed);
    }

    @Override
    public String words() {
        return ChangedSince.COUNTED + "that protect other factors on the day than on " + since;
    }
}
