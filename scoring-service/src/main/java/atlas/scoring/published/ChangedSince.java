package atlas.scoring.published;

import java.time.LocalDate;
import java.util.function.ToIntFunction;

import atlas.scoring.changes.ChangesTally;

/** Compares the day with an earlier one, as /v1/statistics/changes does. */
record ChangedSince(LocalDate since) {

    static final String COUNTED = "of the counties analyzed on either day (without information at what is assumed), those ";

    Measured count(Snapshot snapshot, ToIntFunction<ChangesTally.Moved> counted) {
        ChangesTally changes = snapshot.changesSince(since);
        return Measured.partOf(counted.applyAsInt(changes.all()), changes.analyzed().either());
    }
}
