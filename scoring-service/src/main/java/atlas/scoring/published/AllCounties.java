package atlas.scoring.published;

/** The counties of the registry. */
record AllCounties() implements Measure {

    @Override
    public Measured in(Snapshot snapshot) {
        return Measured.alone(snapshot.tally().counties());
    }

    @Override
    public String words() {
        return "counties and equivalents of the registry";
    }
}
