package atlas.scoring.published;

/** Counties of which enough is known to score them. */
record AnalyzedCounties() implements Measure {

    @Override
    public Measured in(Snapshot snapshot) {
        return Measured.partOf(snapshot.tally().analyzed(), snapshot.tally().counties());
    }

    @Override
    public String words() {
        return "of all counties, those analyzed on the day";
    }
}
