package atlas.scoring.published;

import java.time.LocalDate;
import java.util.List;

import atlas.scoring.rubric.FactorResult;
import atlas.scoring.rubric.Scorecard;

/** Counties that protect other factors than on an earlier day. */
record ChangedCounties(LocalDate since) implements Measure {

    ChangedCounties {
        Required.field(since, "since");
    }

    @Override
    public Measured in(Snapshot snapshot) {
        return new ChangedSince(since).count(snapshot, (before, after) -> !protections(before).equals(protections(after)));
    }

    private static List<Boolean> protections(Scorecard result) {
        return result.factors().stream().map(FactorResult::isProtected).toList();
    }

    @Override
    public String words() {
        return ChangedSince.COUNTED + "that protect other factors on the day than on " + since;
    }
}
