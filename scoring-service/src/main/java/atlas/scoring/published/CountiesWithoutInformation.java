package atlas.scoring.published;

/** Counties without a score. */
record CountiesWithoutInformation() implements Measure {

    @Override
    public Measured in(Snapshot snapshot) {
        return Measured.partOf(snapshot.tally().counties() - snapshot.tally().analyzed(), snapshot.tally().counties());
    }

    @Override
    public String words() {
        return "of all counties, those without information on the day";
    }
}
