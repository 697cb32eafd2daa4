package atlas.scoring.published;

import atlas.scoring.state.LawChoice;
import atlas.scoring.statistics.Immigrants;
import atlas.scoring.statistics.StatesByClass;

/**
 * Immigrants who live in sanctuary states for each one in anti-sanctuary states.
 *
 * @param choice which laws count
 */
record ImmigrantsRatio(LawChoice choice) implements Measure {

    ImmigrantsRatio {
        Required.field(choice, "choice");
    }

    @Override
    public Measured in(Snapshot snapshot) {
        Immigrants immigrants = StatesByClass.of(snapshot.nation(), snapshot.moment(), choice, snapshot.census()).immigrants();
        return Measured.partOf(immigrants.sanctuary(), immigrants.antiSanctuary());
    }

    @Override
    public String words() {
        return "people born abroad in states whose laws in force that bind counties point one way, for each in those whose"
                + " laws point the other way; /v1/statistics/states computes it by other choices of who counts";
    }
}
