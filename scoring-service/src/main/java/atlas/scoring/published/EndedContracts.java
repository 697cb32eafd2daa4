package atlas.scoring.published;

import java.time.LocalDate;

import atlas.events.Factor;
import atlas.scoring.ending.Endings;

/** Contracts with ICE that ended, were refused or were prevented. */
record EndedContracts(Factor factor, LocalDate since) implements Measure {

    EndedContracts {
        Required.field(factor, "factor");
        Required.field(since, "since");
    }

    @Override
    public Measured in(Snapshot snapshot) {
        return Measured.alone(Endings.between(since, snapshot.day(), snapshot.nation()
                .recordsIn(null, snapshot.moment().knownAt()).filter(record -> record.factor() == factor)).size());
    }

    @Override
    public String words() {
        return "contract endings on record for " + factor + " from " + since
                + " until the day, of counties, cities and others; "
                + "one known only to have happened by a later day is not among them";
    }
}
