package atlas.scoring.published;

/** States with such a law in force. */
record StatesWithLaw(LawsMeant laws) implements Measure {

    StatesWithLaw {
        Required.field(laws, "laws");
    }

    @Override
    public Measured in(Snapshot snapshot) {
        return FiftyStates.with(law -> laws.include(law.law()) && law.inForce(snapshot.day()), snapshot);
    }

    @Override
    public String words() {
        return FiftyStates.COUNTED + "in force on the day " + laws.words();
    }
}
