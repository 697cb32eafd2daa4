package atlas.scoring.published;

import java.time.LocalDate;

import atlas.events.RecordedLaw;

/** States that enacted such a law, be it in force already or not. */
record StatesEnacting(LawsMeant laws, LocalDate since) implements Measure {

    StatesEnacting {
        Required.field(laws, "laws");
        Required.field(since, "since");
    }

    @Override
    public Measured in(Snapshot snapshot) {
        return FiftyStates.with(law -> laws.include(law.law()) && enactedBy(snapshot.day(), law.law()), snapshot);
    }

    private boolean enactedBy(LocalDate day, RecordedLaw law) {
        LocalDate enacted = law.enacted() == null ? law.effectiveFrom() : law.enacted();
        return enacted != null && !enacted.isBefore(since) && !enacted.isAfter(day);
    }

    @Override
    public String words() {
        return FiftyStates.COUNTED + "enacted from " + since + " until the day " + laws.words();
    }
}
